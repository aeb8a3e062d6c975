package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dwastudio.config.StageName;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.event.StepLoss;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.text.Message;

/** Reporter of a synthesis: converts progress to run events and counts the steps. */
public final class SynthesisReporter {
    private final RunListener listener;
    private final Normalization normalization;
    /** Notes that were reported; each is reported once. */
    private final Set<Message> noted = new HashSet<>();

    private long step;

    public SynthesisReporter(RunListener listener, Normalization normalization) {
        this.listener = listener;
        this.normalization = normalization;
    }

    public void started(List<String> classNames, long totalSteps) {
        listener.onEvent(new RunEvent.StageStarted(StageName.SYNTHESIS, totalSteps, classNames, Instant.now()));
    }

    /** Returns the number of pixel steps made. */
    public long step() {
        return step;
    }

    /** Continues counting after the steps of an earlier run. */
    public void resumeAfter(long steps) {
        step = steps;
    }

    public void adjusted(int column, int iteration, AdjustedTeacher teacher) {
        measured(Metric.TEACHER_CROSS_ENTROPY_BEFORE, column, iteration, teacher.crossEntropyBefore());
        measured(Metric.TEACHER_CROSS_ENTROPY_AFTER, column, iteration, teacher.crossEntropyAfter());
        measured(Metric.DISPLACEMENT, column, iteration, teacher.displacement());
        teacher.foundRho().ifPresent(rho -> measured(Metric.RHO, column, iteration, rho));
        teacher.notes().stream()
                .filter(noted::add)
                .forEach(note -> listener.onEvent(new RunEvent.StageNoted(note, Instant.now())));
    }

    /** Reports the scale of the gradients that applies from an iteration on. */
    public void lossScaleChanged(int column, int iteration, LossScale scale) {
        measured(Metric.LOSS_SCALE, column, iteration, scale.factor());
    }

    /**
     * Reports that the step of an iteration is skipped.
     *
     * @param steps number of steps of its batch skipped so far
     */
    public void skipped(int column, int iteration, int steps) {
        measured(Metric.SKIPPED_STEPS, column, iteration, steps);
    }

    /** Reports the loss and learning rate of a step that was just made. */
    public void stepped(int column, int iteration, StepLoss loss, double learningRate) {
        listener.onEvent(new RunEvent.LossMeasured(column, iteration, step, loss));
        measured(Metric.LEARNING_RATE, column, iteration, learningRate);
        step++;
    }

    /**
     * Reports the progress of the run after a step.
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

    /** Returns whether the listener shows images of running batches at this moment. */
    public boolean wantsImages() {
        return listener.wantsImages();
    }

    public void showImages(ClassBatch batch, int iteration, ColumnState state, NDArray images) {
        showImages(batch, iteration, state, normalization.toImages(images));
    }

    void showImages(ClassBatch batch, int iteration, ColumnState state, ImageBatch images) {
        listener.onEvent(new RunEvent.ImagesChanged(batch.column(), iteration, batch.firstClass(), state, images));
    }

    void keepSnapshot(ClassBatch batch, int iteration, ImageBatch images) {
        listener.onEvent(new RunEvent.SnapshotTaken(batch.column(), iteration, batch.firstClass(), images));
    }

    public void finished(boolean cancelled) {
        listener.onEvent(new RunEvent.StageFinished(StageName.SYNTHESIS, cancelled, Instant.now()));
    }
}
