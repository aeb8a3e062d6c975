package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import java.time.Instant;
import java.util.List;
import org.dwastudio.config.StageName;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.event.StepLoss;
import org.dwastudio.image.Normalization;
import org.dwastudio.stage.synthesis.state.ClassBatch;

/** Turns what happens in a synthesis into run events; counts its steps. */
public final class SynthesisReporter {
    private final RunListener listener;
    private final Normalization normalization;
    private long step;

    public SynthesisReporter(RunListener listener, Normalization normalization) {
        this.listener = listener;
        this.normalization = normalization;
    }

    public void started(List<String> classNames, long totalSteps) {
        listener.onEvent(new RunEvent.StageStarted(StageName.SYNTHESIS, totalSteps, classNames, Instant.now()));
    }

    /** Pixel steps made. */
    public long step() {
        return step;
    }

    /** Counts on from an earlier run. */
    public void goOnAfter(long steps) {
        step = steps;
    }

    public void adjusted(int column, int iteration, AdjustedTeacher teacher) {
        measured(Metric.TEACHER_CROSS_ENTROPY_BEFORE, column, iteration, teacher.crossEntropyBefore());
        measured(Metric.TEACHER_CROSS_ENTROPY_AFTER, column, iteration, teacher.crossEntropyAfter());
        measured(Metric.DISPLACEMENT, column, iteration, teacher.displacement());
    }

    /** The scale of the gradients from an iteration on. */
    public void scaleCounts(int column, int iteration, LossScale scale) {
        measured(Metric.LOSS_SCALE, column, iteration, scale.factor());
    }

    /** The step of an iteration is left out; {@code steps} of its batch were until now. */
    public void skipped(int column, int iteration, int steps) {
        measured(Metric.SKIPPED_STEPS, column, iteration, steps);
    }

    /** The loss and rate of a step that was just made. */
    public void stepped(int column, int iteration, StepLoss loss, double learningRate) {
        listener.onEvent(new RunEvent.LossMeasured(column, iteration, step, loss));
        measured(Metric.LEARNING_RATE, column, iteration, learningRate);
        step++;
    }

    /**
     * How far the run is after a step.
     *
     * @param remaining steps still to be made
     */
    public void progressed(int column, int iteration, int iterations, int columns, long remaining) {
        listener.onEvent(new RunEvent.Progress(
                StageName.SYNTHESIS, column, iteration, iterations, columns, step, step + remaining));
    }

    public void measured(Metric metric, int column, int iteration, double value) {
        listener.onEvent(new RunEvent.MetricPoint(StageName.SYNTHESIS, metric, column, iteration, step, value));
    }

    /** Shows the pictures of a batch if somebody looks at them. */
    public void offerPictures(ClassBatch batch, int iteration, NDArray images) {
        if (listener.wantsImages()) {
            showPictures(batch, iteration, ColumnState.RUNNING, images);
        }
    }

    public void showPictures(ClassBatch batch, int iteration, ColumnState state, NDArray images) {
        listener.onEvent(new RunEvent.ImagesChanged(
                batch.column(), iteration, batch.firstClass(), state, normalization.toImages(images)));
    }

    public void finished(boolean cancelled) {
        listener.onEvent(new RunEvent.StageFinished(StageName.SYNTHESIS, cancelled, Instant.now()));
    }
}
