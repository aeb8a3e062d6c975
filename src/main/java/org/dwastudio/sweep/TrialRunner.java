package org.dwastudio.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.dwastudio.config.Experiment;
import org.dwastudio.engine.Engine;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.history.LastMetrics;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.evaluation.result.EvaluationReport;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SoftLabelStock;
import org.dwastudio.stage.request.StageOutcome;
import org.dwastudio.stage.request.StageRequest;
import org.dwastudio.stage.request.SynthesisRequest;

/** Synthesis and evaluation of one run of a sweep, each from where it was left. Used on a thread of its own. */
final class TrialRunner {
    private final Engine engine;
    private final RunListener listener;
    private final AtomicReference<Optional<RunControl>> current = new AtomicReference<>(Optional.empty());
    private volatile boolean cancelled;

    /** @param listener notified of the events of every stage */
    TrialRunner(Engine engine, RunListener listener) {
        this.engine = engine;
        this.listener = listener;
    }

    /** Returns the control of the stage that runs now. */
    Optional<RunControl> control() {
        return Objects.requireNonNull(current.get());
    }

    /** Cancels the stage that runs now and all further ones. */
    void cancel() {
        cancelled = true;
        control().ifPresent(RunControl::cancel);
    }

    /**
     * Makes the images of a run, or what is left of them.
     *
     * @throws CancellationException if the runner was canceled
     * @throws Exception the failure of the synthesis
     */
    void synthesize(Experiment experiment, Path folder) throws Exception {
        RunDirectory directory = new RunDirectory(folder);
        boolean begun = Files.isRegularFile(directory.experiment());
        if (begun && directory.isFinished() && !Files.isDirectory(directory.synthesisCheckpoints())) {
            return;
        }
        run(begun ? SynthesisRequest.resumed(folder) : SynthesisRequest.fresh(experiment, folder));
    }

    /**
     * Trains the students of a run that are not trained.
     *
     * @throws CancellationException if the runner was canceled
     * @throws Exception the failure of a stage
     */
    EvaluationReport evaluate(Experiment experiment, Path folder) throws Exception {
        if (experiment.evaluation().needsStoredLabels()) {
            SoftLabelStock stock = awaited(engine.results().softLabels(RelabelRequest.of(folder, experiment)));
            if (!stock.isWhole()) {
                run(RelabelRequest.of(folder, experiment));
            }
        }
        return run(EvaluationRequest.of(folder, experiment)).report();
    }

    /** Returns the last Vendi score of a run. */
    static OptionalDouble vendi(Path folder) throws IOException {
        Double vendi = LastMetrics.in(new RunDirectory(folder)).get(Metric.VENDI_SCORE);
        return vendi == null ? OptionalDouble.empty() : OptionalDouble.of(vendi);
    }

    private <O extends StageOutcome> O run(StageRequest<O> request) throws Exception {
        if (cancelled) {
            throw new CancellationException();
        }
        StageRun<O> run = engine.start(request, listener);
        current.set(Optional.of(run.control()));
        if (cancelled) {
            run.control().cancel();
        }
        try {
            O outcome = awaited(run.outcome());
            if (outcome.cancelled()) {
                throw new CancellationException();
            }
            return outcome;
        } finally {
            current.set(Optional.empty());
        }
    }

    /**
     * Waits for an answer of the engine.
     *
     * @throws Exception the failure of the answer
     */
    static <T> T awaited(CompletableFuture<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
