package org.dwastudio.event;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TuningChange;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.text.Message;

/** Event that a run reports to its listeners. Immutable and free of tensors; the same events are written to disk. */
public sealed interface RunEvent {

    /**
     * A stage begins.
     *
     * @param stage the stage
     * @param totalSteps expected number of steps; a change of {@code iterations} may alter it
     * @param classNames names of the classes, in label order
     * @param time start time
     */
    record StageStarted(StageName stage, long totalSteps, List<String> classNames, Instant time) implements RunEvent {
        public StageStarted {
            classNames = List.copyOf(classNames);
        }
    }

    /**
     * One measured number.
     *
     * @param stage stage that measured it
     * @param metric measured quantity
     * @param unit unit of the stage's work, from 0: the column of a synthesis, the student of an evaluation, 0 in a squeeze
     * @param iteration iteration within the unit, from 0; the epoch in a squeeze
     * @param step steps of the whole stage completed before it
     * @param value measured value
     */
    record MetricPoint(StageName stage, Metric metric, int unit, int iteration, long step, double value)
            implements RunEvent {
        /** Returns whether a stage measured it. */
        public boolean isOf(StageName other) {
            return stage == other;
        }
    }

    /**
     * The loss before a pixel step of the synthesis.
     *
     * @param column column of the image grid, from 0
     * @param iteration iteration within the column, from 0
     * @param step steps of the whole stage completed before it
     * @param loss the loss with its parts
     */
    record LossMeasured(int column, int iteration, long step, StepLoss loss) implements RunEvent {}

    /**
     * The images of a column changed.
     *
     * @param column the column, from 0
     * @param iteration pixel steps completed; 0 for the start images
     * @param firstClass label of the first image; the others follow in label order
     * @param state progress state of the column
     * @param images one image per class
     */
    record ImagesChanged(int column, int iteration, int firstClass, ColumnState state, ImageBatch images)
            implements RunEvent {}

    /**
     * The images of a column at an iteration that the run keeps on its time line.
     *
     * @param column the column, from 0
     * @param iteration pixel steps completed in the batch; 0 for the start images
     * @param firstClass label of the first image; the others follow in label order
     * @param images one image per class
     */
    record SnapshotTaken(int column, int iteration, int firstClass, ImageBatch images) implements RunEvent {}

    /**
     * The disk takes no more snapshots; the run continues without them.
     *
     * @param reason message for the user
     */
    record SnapshotsEnded(Message reason) implements RunEvent {}

    /**
     * A stage deviates from its settings and continues.
     *
     * @param note message for the user
     */
    record StageNoted(Message note, Instant time) implements RunEvent {}

    /**
     * The progress of a stage.
     *
     * @param stage the stage
     * @param unit running unit, from 0: a column of a synthesis, an epoch of a relabel, a student of an evaluation;
     *     0 in a squeeze
     * @param iteration steps completed in it; the epoch in a squeeze
     * @param iterations total steps of the unit
     * @param units units of the whole stage
     * @param step steps completed in the whole stage
     * @param totalSteps steps of the whole stage as currently known
     */
    record Progress(StageName stage, int unit, int iteration, int iterations, int units, long step, long totalSteps)
            implements RunEvent {
        /** Returns whether it is the progress of a stage. */
        public boolean isOf(StageName other) {
            return stage == other;
        }
    }

    /** A parameter changed during the run, at the step where the change first took effect. */
    record TuningChanged(TuningChange change, Instant time) implements RunEvent {}

    /** The run folder was written and is complete up to this point. */
    record Saved(Path folder, Instant time) implements RunEvent {}

    /**
     * A stage was completed or was stopped by the user.
     *
     * @param cancelled true if the user stopped it; the work done so far is kept
     */
    record StageFinished(StageName stage, boolean cancelled, Instant time) implements RunEvent {}

    /**
     * A stage failed.
     *
     * @param message message for the user: the problem and a remedy
     * @param details stack trace, shown on request
     */
    record StageFailed(StageName stage, Message message, String details, Instant time) implements RunEvent {
        public StageFailed(StageName stage, String message, String details, Instant time) {
            this(stage, Message.literal(message), details, time);
        }
    }
}
