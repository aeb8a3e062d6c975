package org.dwastudio.bench.window;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.dwastudio.bench.WindowSpeed.Pace;
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
    private static final int LAST_STEP = 2400;

    private final Engine engine;
    private final AtomicReference<CompletableFuture<Pace>> pace = new AtomicReference<>(new CompletableFuture<>());

    TimedEngine(Engine engine) {
        this.engine = engine;
    }

    /** Returns the speed of the next run, once it is over. */
    CompletableFuture<Pace> nextPace() {
        CompletableFuture<Pace> next = new CompletableFuture<>();
        pace.set(next);
        return next;
    }

    @Override
    public <O> StageRun<O> start(StageRequest<O> request, RunListener listener) {
        CompletableFuture<Pace> measured = Objects.requireNonNull(pace.get());
        CompletableFuture<StageRun<?>> started = new CompletableFuture<>();
        Stopwatch stopwatch = new Stopwatch(listener, started);
        StageRun<O> run = engine.start(request, stopwatch);
        started.complete(run);
        CompletableFuture<O> outcome = run.outcome().whenComplete((done, failure) -> {
            if (failure == null) {
                measured.complete(stopwatch.pace());
            } else {
                measured.completeExceptionally(failure);
            }
        });
        return new StageRun<>(run.folder(), run.control(), run.tuning(), outcome);
    }

    /** A listener that notes the times of the first and last step. */
    private static final class Stopwatch implements RunListener {
        private final RunListener listener;
        private final CompletableFuture<StageRun<?>> run;
        private OtherThreads first = OtherThreads.NONE;
        private OtherThreads last = OtherThreads.NONE;

        Stopwatch(RunListener listener, CompletableFuture<StageRun<?>> run) {
            this.listener = listener;
            this.run = run;
        }

        Pace pace() {
            return new Pace((LAST_STEP - FIRST_STEP) / first.secondsUntil(last), first.shareUntil(last));
        }

        @Override
        public boolean wantsImages() {
            return listener.wantsImages();
        }

        @Override
        public void onEvent(RunEvent event) {
            if (event instanceof RunEvent.Progress progress) {
                if (progress.step() == FIRST_STEP) {
                    first = OtherThreads.now();
                } else if (progress.step() == LAST_STEP) {
                    last = OtherThreads.now();
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
