package org.dwastudio.pipeline.synthesis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.dwastudio.config.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.network.PixelOperators;
import org.dwastudio.pipeline.RunControl;

/**
 * Stage 2 of the method. For every batch, from the same teacher: start images, directed weight adjustment on the first
 * view, T pixel steps. Columns run one by one or take turns. Nothing of a column depends on another one, so that a part of
 * the columns comes out as in the whole run.
 */
final class Synthesizer {
    /** Pictures of waiting columns, in bytes, that are shown before their turn: more would only fill the memory. */
    private static final long MOST_WAITING_BYTES = 64_000_000;

    private final SynthesisInputs inputs;
    private final int batchSize;
    private final int first;
    private final int ipcEnd;
    private final ImageInitializer initializer;
    private final Draws draws;
    private final ViewSampler views;
    private final RunControl control;
    private final TuningTracker tuning;
    private final SynthesisReporter reporter;
    private final DiversityMeter diversity;
    private final PixelOperators operators;
    private final NDManager manager;
    private final List<Column> begun = new ArrayList<>();
    /** Columns of the whole run. */
    private int columns;
    /** The column before which this part of it ends. */
    private int end;

    Synthesizer(
            SynthesisInputs inputs,
            SynthesisConfig config,
            ImageInitializer initializer,
            Draws draws,
            RunControl control,
            TuningTracker tuning,
            SynthesisReporter reporter,
            DiversityMeter diversity,
            PixelOperators operators,
            NDManager manager) {
        this.inputs = inputs;
        this.batchSize = config.batchSize();
        this.first = config.ipcStart();
        this.ipcEnd = config.ipcEnd();
        this.initializer = initializer;
        this.draws = draws;
        this.views = new ViewSampler(draws, inputs.dataset().imageSize());
        this.control = control;
        this.tuning = tuning;
        this.reporter = reporter;
        this.diversity = diversity;
        this.operators = operators;
        this.manager = manager;
    }

    /**
     * Synthesises all columns of the range; returns whether that was cancelled.
     *
     * @throws IllegalArgumentException when there is no column in the range
     */
    boolean run(SynthesisConfig.Order order) {
        SynthesisConfig config = tuning.atColumn(first);
        if (config.endColumn() <= first) {
            throw new IllegalArgumentException("The part of the run begins with column " + first + ", but with "
                    + config.imagesPerClass() + " images per class the last column is " + (config.imagesPerClass() - 1)
                    + ". Please choose a smaller ipcStart or more images per class.");
        }
        reporter.started(
                inputs.dataset().classNames(),
                (long) (config.endColumn() - first) * batchesOf(0).size() * config.iterations());
        try {
            expectColumns(config);
            switch (order) {
                case COLUMN_BY_COLUMN -> columnByColumn();
                case ALL_AT_ONCE -> inTurns(end);
            }
            boolean cancelled = control.token().isCancelled() && isUnfinished();
            showWhatIsUnderWay();
            reporter.finished(cancelled);
            return cancelled;
        } finally {
            begun.forEach(Column::close);
        }
    }

    private void columnByColumn() {
        int last = ipcEnd == 0 ? Integer.MAX_VALUE : ipcEnd;
        for (int index = first; index < last && index < tuning.atColumn(index).imagesPerClass(); index++) {
            Column column = begin(index);
            while (!column.isFinished()) {
                if (!control.proceed()) {
                    return;
                }
                advance(column);
            }
        }
    }

    private void inTurns(int last) {
        for (int index = first; index < last; index++) {
            begin(index);
        }
        Deque<Column> turns = new ArrayDeque<>(begun);
        while (!turns.isEmpty() && control.proceed()) {
            Column column = turns.remove();
            advance(column);
            if (!column.isFinished()) {
                turns.add(column);
            }
        }
    }

    private Column begin(int index) {
        SynthesisConfig config = tuning.atColumn(index);
        expectColumns(config);
        Column column = new Column(index, config, batchesOf(index));
        begun.add(column);
        return column;
    }

    /** One pixel step of a column; its batches begin and end as they come. */
    private void advance(Column column) {
        SynthesisConfig now = TuningTracker.during(column.start(), tuning.atIteration(column.index(), column.steps()));
        ClassBatch batch = column.batch();
        if (column.underWay().isEmpty()) {
            column.begin(begin(batch, column.steps(), now));
        }
        BatchSynthesis synthesis = column.underWay().orElseThrow();
        if (synthesis.iteration() < now.iterations()) {
            step(column, batch, synthesis, now);
        }
        boolean finished = synthesis.iteration() >= now.iterations();
        if (finished) {
            reporter.showPictures(batch, synthesis.iteration(), ColumnState.FINISHED, synthesis.images());
        } else {
            reporter.offerPictures(batch, synthesis.iteration(), synthesis.images());
        }
        diversity.follow(batch, column.steps(), finished, synthesis.images());
        if (finished) {
            column.endBatch();
        }
        int columnSteps = (int) (column.steps() + column.remaining(now.iterations()));
        reporter.progressed(column.index(), column.steps(), columnSteps, columns, remaining(now.iterations()));
    }

    /** Start images, then the directed weight adjustment on their first view. */
    private BatchSynthesis begin(ClassBatch batch, int columnSteps, SynthesisConfig config) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray start = initializer.images(batch, scope, type());
            reporter.showPictures(batch, 0, ColumnState.RUNNING, start);
            NDArray view = views.draw(batch, 0, config).of(start);
            NDArray labels = scope.create(batch.labels());
            AdjustedTeacher adjusted = new DirectedWeightAdjustment(config)
                    .adjust(
                            inputs.teacher(),
                            view,
                            labels,
                            draws.generator(Draws.Purpose.DIRECTION, batch.column(), batch.firstClass()),
                            scope);
            reporter.adjusted(batch.column(), columnSteps, adjusted);
            return new BatchSynthesis(
                    adjusted.network(), start, batch.labels(), inputs.normalization(), config, operators, manager);
        }
    }

    private void step(Column column, ClassBatch batch, BatchSynthesis synthesis, SynthesisConfig config) {
        double learningRate = synthesis.learningRate(config);
        View view = views.draw(batch, synthesis.iteration(), config);
        StepLoss loss = synthesis.step(config, view);
        if (!Double.isFinite(loss.total())) {
            throw new SynthesisDivergedException(column.index(), column.steps());
        }
        reporter.stepped(column.index(), column.steps(), loss, learningRate);
        column.countStep();
    }

    /** Shows the start images of columns that were not expected so far. */
    private void expectColumns(SynthesisConfig config) {
        int shown = mayBeShown(config.endColumn()) ? config.endColumn() : first;
        for (int index = Math.max(first, end); index < shown; index++) {
            for (ClassBatch batch : batchesOf(index)) {
                try (NDArray start = initializer.images(batch, manager, type())) {
                    reporter.showPictures(batch, 0, ColumnState.WAITING, start);
                }
            }
        }
        columns = Math.max(config.imagesPerClass(), first + begun.size());
        end = Math.max(config.endColumn(), first + begun.size());
        diversity.expectColumns(first, end, batchSize);
    }

    private boolean mayBeShown(int last) {
        long size = inputs.dataset().imageSize();
        long bytes = size * size * inputs.dataset().channels() * inputs.classes() * (last - first);
        return bytes <= MOST_WAITING_BYTES;
    }

    private void showWhatIsUnderWay() {
        for (Column column : begun) {
            column.underWay()
                    .ifPresent(synthesis -> reporter.showPictures(
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

    private DataType type() {
        return inputs.teacher().dataType();
    }
}
