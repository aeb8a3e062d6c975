package org.dwastudio.event;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TuningChange;
import org.dwastudio.image.ImageBatch;

/** What a run tells those who watch it. Immutable, free of tensors, and the same that is written to disk. */
public sealed interface RunEvent {

    /**
     * A stage begins.
     *
     * @param stage which one
     * @param totalSteps how many steps it expects to make; a change of {@code iterations} may move it
     * @param classNames names of the classes, in label order
     * @param time when
     */
    record StageStarted(StageName stage, long totalSteps, List<String> classNames, Instant time) implements RunEvent {
        public StageStarted {
            classNames = List.copyOf(classNames);
        }
    }

    /**
     * One measured number.
     *
     * @param stage which stage measured it
     * @param metric what it is
     * @param column column of the picture grid, from 0; for the squeeze always 0
     * @param iteration iteration within the column, from 0; for the squeeze the epoch
     * @param step steps of the whole stage made before it
     * @param value the number
     */
    record MetricPoint(StageName stage, Metric metric, int column, int iteration, long step, double value)
            implements RunEvent {}

    /**
     * The loss before a pixel step of the synthesis.
     *
     * @param column column of the image grid, from 0
     * @param iteration iteration within the column, from 0
     * @param step steps of the whole stage made before it
     * @param loss the loss with its parts
     */
    record LossMeasured(int column, int iteration, long step, StepLoss loss) implements RunEvent {}

    /**
     * The pictures of a column changed.
     *
     * @param column which column, from 0
     * @param iteration pixel steps made on it; 0 are the start images
     * @param firstClass label of the first picture; the others follow in label order
     * @param state how far the column is
     * @param pictures one picture a class
     */
    record ImagesChanged(int column, int iteration, int firstClass, ColumnState state, ImageBatch pictures)
            implements RunEvent {}

    /**
     * The progress of a stage.
     *
     * @param stage which one
     * @param column column under way, from 0
     * @param iteration pixel steps made in it
     * @param iterations pixel steps it will make
     * @param columns columns of the whole run
     * @param step steps made in the whole stage
     * @param totalSteps steps of the whole stage as far as known now
     */
    record Progress(StageName stage, int column, int iteration, int iterations, int columns, long step, long totalSteps)
            implements RunEvent {}

    /** A parameter changed while the run was under way, at the place where it first counted. */
    record TuningChanged(TuningChange change, Instant time) implements RunEvent {}

    /** Something was written: the run folder is complete up to here. */
    record Saved(Path folder, Instant time) implements RunEvent {}

    /**
     * A stage ended as it should, or was stopped by the user.
     *
     * @param cancelled whether the user stopped it; what was done is kept
     */
    record StageFinished(StageName stage, boolean cancelled, Instant time) implements RunEvent {}

    /**
     * A stage could not go on.
     *
     * @param message what went wrong and what to do, in words
     * @param details the stack trace, for those who ask for it
     */
    record StageFailed(StageName stage, String message, String details, Instant time) implements RunEvent {}
}
