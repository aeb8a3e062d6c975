package org.dwastudio.bench.window;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.dwastudio.compute.DeviceInUse;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.engine.DatasetService;
import org.dwastudio.engine.Engine;
import org.dwastudio.engine.FeatureService;
import org.dwastudio.engine.ResultService;
import org.dwastudio.engine.TeacherService;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.StageRequest;

/** An engine whose runs end after a fixed number of steps and report their speed. */
final class TimedEngine implements Engine {
    private static final int FIRST_STEP = 60;
    private static final int LAST_STEP = 300;

    private final Engine engine;
    private final AtomicReference<CompletableFuture<Double>> speed = new AtomicReference<>(new CompletableFuture<>());

    TimedEngine(Engine engine) {
        this.engine = engine;
    }

    /** Returns the iterations per second of the next run, once it is over. */
    CompletableFuture<Double> nextSpeed() {
        CompletableFuture<Double> next = new CompletableFuture<>();
        speed.set(next);
        return next;
    }

    @Override
    public <O> StageRun<O> start(StageRequest<O> request, RunListener listener) {
        CompletableFuture<Double> measured = Objects.requireNonNull(speed.get());
        CompletableFuture<StageRun<?>> started = new CompletableFuture<>();
        Stopwatch stopwatch = new Stopwatch(listener, started);
        StageRun<O> run = engine.start(request, stopwatch);
        started.complete(run);
        CompletableFuture<O> outcome = run.outcome().whenComplete((done, failure) -> {
            if (failure == null) {
                measured.complete(stopwatch.stepsPerSecond());
            } else {
                measured.completeExceptionally(failure);
            }
        });
        return new StageRun<>(run.folder(), run.control(), run.tuning(), outcome);
    }

    /** A listener that notes the time of the first and last step. */
    private static final class Stopwatch implements RunListener {
        private final RunListener listener;
        private final CompletableFuture<StageRun<?>> run;
        private long first;
        private long last;

        Stopwatch(RunListener listener, CompletableFuture<StageRun<?>> run) {
            this.listener = listener;
            this.run = run;
        }

        double stepsPerSecond() {
            return (LAST_STEP - FIRST_STEP) / ((last - first) / 1e9);
        }

        @Override
        public boolean wantsImages() {
            return listener.wantsImages();
        }

        @Override
        public void onEvent(RunEvent event) {
            if (event instanceof RunEvent.Progress progress) {
                if (progress.step() == FIRST_STEP) {
                    first = System.nanoTime();
                } else if (progress.step() == LAST_STEP) {
                    last = System.nanoTime();
                    run.join().control().cancel();
                }
            }
            listener.onEvent(event);
        }
    }

    @Override
    public CompletableFuture<DeviceInUse> warmUp() {
        return engine.warmUp();
    }

    @Override
    public CompletableFuture<Map<Precision, PrecisionAdvice>> precisionAdvice() {
        return engine.precisionAdvice();
    }

    @Override
    public CompletableFuture<StageEstimate> estimate(StageRequest<?> request) {
        return engine.estimate(request);
    }

    @Override
    public DatasetService datasets() {
        return engine.datasets();
    }

    @Override
    public TeacherService teachers() {
        return engine.teachers();
    }

    @Override
    public FeatureService features() {
        return engine.features();
    }

    @Override
    public ResultService results() {
        return engine.results();
    }

    @Override
    public void close() {
        engine.close();
    }
}
