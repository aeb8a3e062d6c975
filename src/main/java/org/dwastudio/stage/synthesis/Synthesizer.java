package org.dwastudio.stage.synthesis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.checkpoint.CheckpointContent;
import org.dwastudio.stage.concurrent.PartResult;
import org.dwastudio.stage.concurrent.StageWorkers;
import org.dwastudio.stage.synthesis.diversity.MeasuredStep;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.stage.synthesis.state.SynthesisProgress;
import org.dwastudio.stage.synthesis.step.StepReport;
import org.dwastudio.stage.synthesis.step.SynthesisReporter;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.weights.StoredTensor;

/**
 * Order of all pixel steps of a synthesis: columns run one by one, in groups that advance together, or all alternate.
 * Without a repulsion no column depends on another one, so that a part equals the same columns of the whole run.
 */
final class Synthesizer {
    private static final String STAGE = "synthesis";

    private final SynthesisInputs inputs;
    private final int batchSize;
    private final int first;
    private final int ipcEnd;
    private final RunControl control;
    private final TuningTracker tuning;
    private final SynthesisReporter reporter;
    private final ColumnStepper stepper;
    private final StageWorkers workers;
    private final SynthesisCheckpoints checkpoints;
    private final List<Column> begun = new ArrayList<>();
    /** Unfinished columns that have begun, the next one first. */
    private final Deque<Column> turns = new ArrayDeque<>();
    /** Number of columns of the whole run. */
    private int columns;
    /** Index after the last column of this part of the run. */
    private int end;

    /** @param workers the columns that advance at the same time */
    Synthesizer(
            SynthesisConfig config,
            RunControl control,
            TuningTracker tuning,
            ColumnStepper stepper,
            StageWorkers workers,
            SynthesisCheckpoints checkpoints) {
        this.inputs = stepper.starter().inputs();
        this.batchSize = config.batchSize();
        this.first = config.columns().start();
        this.ipcEnd = config.columns().end();
        this.control = control;
        this.tuning = tuning;
        this.reporter = stepper.starter().reporter();
        this.stepper = stepper;
        this.workers = workers;
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
                case ALL_AT_ONCE -> allAtOnce();
            }
            boolean cancelled = control.token().isCancelled() && isUnfinished();
            stepper.complete(cancelled, tuning.applied());
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
        boolean proceeds = completeTurns();
        while (proceeds && beginGroup()) {
            proceeds = completeTurns();
        }
        if (proceeds) {
            endWithFewerColumns();
        }
    }

    /** Begins the next columns that advance together; returns false if there are none. */
    private boolean beginGroup() {
        int last = ipcEnd == 0 ? Integer.MAX_VALUE : ipcEnd;
        int index = first + begun.size();
        int groupEnd = (index / workers.count() + 1) * workers.count();
        while (index < Math.min(last, groupEnd)
                && index < tuning.atColumn(index).imagesPerClass()
                && (turns.isEmpty() || !tuning.applied().repulsion().isOn())) {
            turns.add(begin(index));
            // A column that depends on finished ones advances alone.
            index = tuning.applied().repulsion().isOn() ? groupEnd : index + 1;
        }
        return !turns.isEmpty();
    }

    /** Reports the size of a run that ends with fewer columns than announced, because fewer are wanted by now. */
    private void endWithFewerColumns() {
        if (Math.max(tuning.applied().imagesPerClass(), first + begun.size()) < columns) {
            expectColumns(tuning.applied());
            Column last = begun.get(begun.size() - 1);
            reporter.progressed(last.index(), last.steps(), last.steps(), columns, 0);
        }
    }

    private void allAtOnce() throws IOException {
        if (begun.isEmpty()) {
            int last = end;
            for (int index = first; index < last; index++) {
                turns.add(begin(index));
            }
        }
        completeTurns();
    }

    /** Completes the columns that have begun; returns false if the run was canceled. */
    private boolean completeTurns() throws IOException {
        while (!turns.isEmpty()) {
            if (!control.proceed()) {
                return false;
            }
            List<Column> together = new ArrayList<>();
            while (together.size() < workers.count() && !turns.isEmpty()) {
                together.add(turns.remove());
            }
            advance(together);
            together.stream().filter(column -> !column.isFinished()).forEach(turns::add);
            keepCheckpointIfDue(together.stream().anyMatch(Column::isFinished));
        }
        return true;
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
                stepper.save(tensors));
        return SynthesisCheckpoint.of(progress, tensors);
    }

    /** Restores the columns that had begun and shows their images. */
    private void restore(SynthesisCheckpoint from) {
        reporter.resumeAfter(from.steps());
        stepper.restore(from);
        SynthesisConfig base = tuning.applied();
        for (SynthesisProgress.OfColumn saved : from.progress().columns()) {
            SynthesisConfig start = SynthesisProgress.replaced(base, saved.start());
            Column column = new Column(saved.index(), start, batchesOf(saved.index()));
            begun.add(column);
            column.restore(saved);
            for (SynthesisProgress.OfBatch batch : saved.running()) {
                SynthesisConfig config = SynthesisProgress.replaced(base, batch.start());
                BatchSynthesis synthesis = stepper.starter().start(column.batch(), config, saved.steps(), report());
                column.begin(synthesis, config);
                synthesis.restore(Integer.toString(saved.index()), from, batch);
            }
            if (stepper.starter().showsWaiting(from.progress().columns().size())) {
                column.waiting().forEach(stepper.starter()::showWaiting);
            }
        }
        from.progress().turns().forEach(index -> turns.add(begun.get(index - first)));
        // Version 0.1 recorded no turns of columns that run one by one.
        begun.stream()
                .filter(column -> !column.isFinished() && !turns.contains(column))
                .forEach(turns::add);
        end = first + begun.size();
        showRunning();
    }

    private Column begin(int index) {
        SynthesisConfig config = tuning.atColumn(index);
        expectColumns(config);
        Column column = new Column(index, config, batchesOf(index));
        begun.add(column);
        return column;
    }

    /** Makes one step of every column at the same time and reports them in the order of the columns. */
    private void advance(List<Column> together) {
        List<ColumnStep> steps = together.stream().map(this::next).toList();
        List<PartResult<MeasuredStep>> results = workers.runAll(steps.stream()
                .<Callable<MeasuredStep>>map(step -> () -> stepper.advance(step))
                .toList());
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).report().deliver(reporter);
            stepper.diversity().follow(results.get(i).get());
        }
        ColumnStep last = steps.get(steps.size() - 1);
        Column column = last.column();
        int iterations = last.config().iterations();
        int columnSteps = (int) (column.steps() + column.remaining(iterations));
        reporter.progressed(column.index(), column.steps(), columnSteps, columns, remaining(iterations));
    }

    private ColumnStep next(Column column) {
        SynthesisConfig config =
                TuningTracker.during(column.start(), tuning.atIteration(column.index(), column.steps()));
        return new ColumnStep(column, config, stepper.diversity().takeReal(), report());
    }

    private StepReport report() {
        return new StepReport(inputs.normalization(), reporter.wantsImages());
    }

    /** Shows the start images of columns that are expected for the first time. */
    private void expectColumns(SynthesisConfig config) {
        int shown = stepper.starter().showsWaiting(config.endColumn() - first) ? config.endColumn() : first;
        for (int index = Math.max(first, end); index < shown; index++) {
            batchesOf(index).forEach(stepper.starter()::showWaiting);
        }
        columns = Math.max(config.imagesPerClass(), first + begun.size());
        end = Math.max(config.endColumn(), first + begun.size());
        stepper.diversity().expectColumns(first, end, batchSize);
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
