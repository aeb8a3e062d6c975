package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.StepLoss;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;
import org.dwastudio.stage.synthesis.state.ClassBatch;

/**
 * Reports of one step of a column, kept until they are delivered. Columns that advance at the same time each fill a
 * report of their own, and the reports are delivered in the order of the columns.
 */
public final class StepReport {
    private final Normalization normalization;
    private final boolean imagesWanted;
    private final List<Consumer<SynthesisReporter>> reports = new ArrayList<>();

    /**
     * Creates an empty report.
     *
     * @param normalization converts tensors to images
     * @param imagesWanted whether images of unfinished batches are shown
     */
    public StepReport(Normalization normalization, boolean imagesWanted) {
        this.normalization = normalization;
        this.imagesWanted = imagesWanted;
    }

    public void adjusted(int column, int iteration, AdjustedTeacher teacher) {
        reports.add(reporter -> reporter.adjusted(column, iteration, teacher));
    }

    public void lossScaleChanged(int column, int iteration, LossScale scale) {
        reports.add(reporter -> reporter.lossScaleChanged(column, iteration, scale));
    }

    public void skipped(int column, int iteration, int steps) {
        reports.add(reporter -> reporter.skipped(column, iteration, steps));
    }

    public void stepped(int column, int iteration, StepLoss loss, double learningRate) {
        reports.add(reporter -> reporter.stepped(column, iteration, loss, learningRate));
    }

    /** Adds images, converted at once: the tensor may change afterwards. */
    public void showImages(ClassBatch batch, int iteration, ColumnState state, NDArray images) {
        ImageBatch shown = normalization.toImages(images);
        reports.add(reporter -> reporter.showImages(batch, iteration, state, shown));
    }

    /** Adds images to the time line of the run. */
    public void keepSnapshot(ClassBatch batch, int iteration, NDArray images) {
        ImageBatch kept = normalization.toImages(images);
        reports.add(reporter -> reporter.keepSnapshot(batch, iteration, kept));
    }

    /** Shows the images of a running batch if they are wanted. */
    public void offerImages(ClassBatch batch, int iteration, NDArray images) {
        if (imagesWanted) {
            showImages(batch, iteration, ColumnState.RUNNING, images);
        }
    }

    /** Delivers the reports in the order in which they were made. */
    public void deliver(SynthesisReporter reporter) {
        reports.forEach(report -> report.accept(reporter));
    }
}
