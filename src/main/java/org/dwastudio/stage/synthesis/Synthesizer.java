package org.dwastudio.stage.synthesis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.checkpoint.CheckpointContent;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.stage.synthesis.state.SynthesisProgress;
import org.dwastudio.stage.synthesis.step.SynthesisReporter;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.weights.StoredTensor;

/**
 * Order of all pixel steps of a synthesis: columns run one by one or alternate. No column depends on another one, so
 * that a part of the columns equals the same columns of the whole run.
 */
final class Synthesizer {
    /** Bytes of the images of waiting columns that are shown before they begin; limits memory. */
    private static final String STAGE = "synthesis";

    private static final long MOST_WAITING_BYTES = 64_000_000;

    private final SynthesisInputs inputs;
    private final int batchSize;
    private final int first;
    private final int ipcEnd;
    private final RunControl control;
    private final TuningTracker tuning;
    private final SynthesisReporter reporter;
    private final ColumnStepper stepper;
    private final SynthesisCheckpoints checkpoints;
    private final List<Column> begun = new ArrayList<>();
    /** Columns that alternate, the next one first; empty when columns run one by one. */
    private final Deque<Column> turns = new ArrayDeque<>();
    /** Number of columns of the whole run. */
    private int columns;
    /** Index after the last column of this part of the run. */
    private int end;

    Synthesizer(
            SynthesisConfig config,
            RunControl control,
            TuningTracker tuning,
            ColumnStepper stepper,
            SynthesisCheckpoints checkpoints) {
        this.inputs = stepper.starter().inputs();
        this.batchSize = config.batchSize();
        this.first = config.columns().start();
        this.ipcEnd = config.columns().end();
        this.control = control;
        this.tuning = tuning;
        this.reporter = stepper.reporter();
        this.stepper = stepper;
        this.checkpoints = checkpoints;
    }

    /**
     * Synthesizes all columns of the range.
     *
     * @param from checkpoint to resume from; empty starts from the beginning
     * @return whether it was canceled
     * @throws IllegalArgumentException if there is no column in the range
     * @throws IOException if a checkpoint cannot be written
     */
    boolean run(Execution.Order order, Optional<SynthesisCheckpoint> from) throws IOException {
        from.ifPresent(checkpoint -> CheckpointContent.restore(
                STAGE, () -> tuning.restore(checkpoint.progress().tuning())));
        SynthesisConfig config = from.isPresent() ? tuning.applied() : tuning.atColumn(first);
        if (config.endColumn() <= first) {
            throw new DescribedArgumentException(
                    Message.of("synthesis.noColumn", first, config.imagesPerClass(), config.imagesPerClass() - 1));
        }
        reporter.started(
                inputs.dataset().classNames(),
                (long) (config.endColumn() - first) * batchesOf(0).size() * config.iterations());
        try {
            from.ifPresent(checkpoint -> CheckpointContent.restore(STAGE, () -> restore(checkpoint)));
            expectColumns(config);
            switch (order) {
                case COLUMN_BY_COLUMN -> columnByColumn();
                case ALL_AT_ONCE -> alternate(end);
            }
            boolean cancelled = control.token().isCancelled() && isUnfinished();
            if (cancelled) {
                checkpoints.keep(checkpoint());
            }
            showRunning();
            reporter.finished(cancelled);
            return cancelled;
        } finally {
            begun.forEach(Column::close);
        }
    }

    private void columnByColumn() throws IOException {
        int last = ipcEnd == 0 ? Integer.MAX_VALUE : ipcEnd;
        boolean proceeds = begun.isEmpty() || complete(begun.get(begun.size() - 1));
        int index = first + begun.size();
        while (proceeds && index < last && index < tuning.atColumn(index).imagesPerClass()) {
            proceeds = complete(begin(index));
            index++;
        }
        if (proceeds) {
            endWithFewerColumns();
        }
    }

    /** Reports the size of a run that ends with fewer columns than announced, because fewer are wanted by now. */
    private void endWithFewerColumns() {
        if (Math.max(tuning.applied().imagesPerClass(), first + begun.size()) < columns) {
            expectColumns(tuning.applied());
            Column last = begun.get(begun.size() - 1);
            reporter.progressed(last.index(), last.steps(), last.steps(), columns, 0);
        }
    }

    /** Completes a column; returns false if the run was canceled. */
    private boolean complete(Column column) throws IOException {
        while (!column.isFinished()) {
            if (!control.proceed()) {
                return false;
            }
            advance(column);
            keepCheckpointIfDue(column.isFinished());
        }
        return true;
    }

    private void alternate(int last) throws IOException {
        if (begun.isEmpty()) {
            for (int index = first; index < last; index++) {
                turns.add(begin(index));
            }
        }
        while (!turns.isEmpty() && control.proceed()) {
            Column column = turns.remove();
            advance(column);
            if (!column.isFinished()) {
                turns.add(column);
            }
            keepCheckpointIfDue(column.isFinished());
        }
    }

    private void keepCheckpointIfDue(boolean columnEnded) throws IOException {
        if (checkpoints.isDue(columnEnded)) {
            checkpoints.keep(checkpoint());
        }
    }

    private SynthesisCheckpoint checkpoint() {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        SynthesisProgress progress = new SynthesisProgress(
                reporter.step(),
                begun.stream().map(column -> column.save(tensors)).toList(),
                turns.stream().map(Column::index).toList(),
                tuning.save(),
                stepper.diversity().save(tensors));
        return SynthesisCheckpoint.of(progress, tensors);
    }

    /** Restores the columns that had begun and shows their images. */
    private void restore(SynthesisCheckpoint from) {
        reporter.resumeAfter(from.steps());
        SynthesisConfig base = tuning.applied();
        for (SynthesisProgress.OfColumn saved : from.progress().columns()) {
            SynthesisConfig start = SynthesisProgress.replaced(base, saved.start());
            Column column = new Column(saved.index(), start, batchesOf(saved.index()));
            begun.add(column);
            column.restore(saved);
            for (SynthesisProgress.OfBatch batch : saved.running()) {
                SynthesisConfig config = SynthesisProgress.replaced(base, batch.start());
                BatchSynthesis synthesis = stepper.starter().start(column.batch(), config, adjusted -> {});
                column.begin(synthesis, config);
                synthesis.restore(Integer.toString(saved.index()), from, batch);
            }
            if (mayBeShown(first + from.progress().columns().size())) {
                column.waiting().forEach(stepper.starter()::showWaiting);
            }
        }
        from.progress().turns().forEach(index -> turns.add(begun.get(index - first)));
        end = first + begun.size();
        stepper.diversity().restore(from);
        showRunning();
    }

    private Column begin(int index) {
        SynthesisConfig config = tuning.atColumn(index);
        expectColumns(config);
        Column column = new Column(index, config, batchesOf(index));
        begun.add(column);
        return column;
    }

    private void advance(Column column) {
        SynthesisConfig now = TuningTracker.during(column.start(), tuning.atIteration(column.index(), column.steps()));
        stepper.advance(column, now);
        int columnSteps = (int) (column.steps() + column.remaining(now.iterations()));
        reporter.progressed(column.index(), column.steps(), columnSteps, columns, remaining(now.iterations()));
    }

    /** Shows the start images of columns that are expected for the first time. */
    private void expectColumns(SynthesisConfig config) {
        int shown = mayBeShown(config.endColumn()) ? config.endColumn() : first;
        for (int index = Math.max(first, end); index < shown; index++) {
            batchesOf(index).forEach(stepper.starter()::showWaiting);
        }
        columns = Math.max(config.imagesPerClass(), first + begun.size());
        end = Math.max(config.endColumn(), first + begun.size());
        stepper.diversity().expectColumns(first, end, batchSize);
    }

    private boolean mayBeShown(int last) {
        long size = inputs.dataset().imageSize();
        long bytes = size * size * inputs.dataset().channels() * inputs.classes() * (last - first);
        return bytes <= MOST_WAITING_BYTES;
    }

    /** Shows the current images of all running batches. */
    private void showRunning() {
        for (Column column : begun) {
            column.running()
                    .ifPresent(synthesis -> reporter.showImages(
                            column.batch(), synthesis.iteration(), ColumnState.RUNNING, synthesis.images()));
        }
    }

    private boolean isUnfinished() {
        return first + begun.size() < end || begun.stream().anyMatch(column -> !column.isFinished());
    }

    private long remaining(int iterations) {
        long waiting = (long) (end - first - begun.size()) * batchesOf(0).size() * iterations;
        return waiting
                + begun.stream()
                        .mapToLong(column -> column.remaining(iterations))
                        .sum();
    }

    private List<ClassBatch> batchesOf(int column) {
        return ClassBatch.ofColumn(column, inputs.classes(), batchSize);
    }
}
