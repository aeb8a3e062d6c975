package org.dwastudio.stage.synthesis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.StepLoss;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.synthesis.diversity.DiversityMeter;
import org.dwastudio.stage.synthesis.regression.FeatureRegression;
import org.dwastudio.stage.synthesis.start.ImageInitializer;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.stage.synthesis.state.SynthesisProgress;
import org.dwastudio.stage.synthesis.step.AdjustedTeacher;
import org.dwastudio.stage.synthesis.step.DirectedWeightAdjustment;
import org.dwastudio.stage.synthesis.step.GradientScaling;
import org.dwastudio.stage.synthesis.step.LossScale;
import org.dwastudio.stage.synthesis.step.SynthesisReporter;
import org.dwastudio.stage.synthesis.view.ImageView;
import org.dwastudio.stage.synthesis.view.ViewSampler;
import org.dwastudio.weights.StoredTensor;

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
    private final SeedSequence seeds;
    private final ViewSampler views;
    private final RunControl control;
    private final TuningTracker tuning;
    private final SynthesisReporter reporter;
    private final DiversityMeter diversity;
    private final PixelOperators operators;
    private final NDManager manager;
    private final SynthesisCheckpoints checkpoints;
    private final List<Column> begun = new ArrayList<>();
    /** Columns that take turns, the next one first; none when they run one by one. */
    private final Deque<Column> turns = new ArrayDeque<>();
    /** Columns of the whole run. */
    private int columns;
    /** The column before which this part of it ends. */
    private int end;

    Synthesizer(
            SynthesisInputs inputs,
            SynthesisConfig config,
            ImageInitializer initializer,
            SeedSequence seeds,
            RunControl control,
            TuningTracker tuning,
            SynthesisReporter reporter,
            DiversityMeter diversity,
            PixelOperators operators,
            SynthesisCheckpoints checkpoints,
            NDManager manager) {
        this.inputs = inputs;
        this.batchSize = config.batchSize();
        this.first = config.columns().start();
        this.ipcEnd = config.columns().end();
        this.initializer = initializer;
        this.seeds = seeds;
        this.views = new ViewSampler(seeds, inputs.dataset().imageSize());
        this.control = control;
        this.tuning = tuning;
        this.reporter = reporter;
        this.diversity = diversity;
        this.operators = operators;
        this.checkpoints = checkpoints;
        this.manager = manager;
    }

    /**
     * Synthesises all columns of the range; returns whether that was cancelled.
     *
     * @param from what to go on from; empty begins at the beginning
     * @throws IllegalArgumentException when there is no column in the range
     * @throws IOException when a checkpoint cannot be written, in words
     */
    boolean run(Execution.Order order, Optional<SynthesisCheckpoint> from) throws IOException {
        from.ifPresent(checkpoint -> tuning.restore(checkpoint.progress().tuning()));
        SynthesisConfig config = from.isPresent() ? tuning.applied() : tuning.atColumn(first);
        if (config.endColumn() <= first) {
            throw new IllegalArgumentException("The part of the run begins with column " + first + ", but with "
                    + config.imagesPerClass() + " images per class the last column is " + (config.imagesPerClass() - 1)
                    + ". Please choose a smaller ipcStart or more images per class.");
        }
        reporter.started(
                inputs.dataset().classNames(),
                (long) (config.endColumn() - first) * batchesOf(0).size() * config.iterations());
        try {
            from.ifPresent(this::restore);
            expectColumns(config);
            switch (order) {
                case COLUMN_BY_COLUMN -> columnByColumn();
                case ALL_AT_ONCE -> inTurns(end);
            }
            boolean cancelled = control.token().isCancelled() && isUnfinished();
            if (cancelled) {
                checkpoints.keep(checkpoint());
            }
            showWhatIsUnderWay();
            reporter.finished(cancelled);
            return cancelled;
        } finally {
            begun.forEach(Column::close);
        }
    }

    private void columnByColumn() throws IOException {
        int last = ipcEnd == 0 ? Integer.MAX_VALUE : ipcEnd;
        boolean goesOn = begun.isEmpty() || toItsEnd(begun.get(begun.size() - 1));
        int index = first + begun.size();
        while (goesOn && index < last && index < tuning.atColumn(index).imagesPerClass()) {
            goesOn = toItsEnd(begin(index));
            index++;
        }
    }

    /** Returns whether to go on with the next column. */
    private boolean toItsEnd(Column column) throws IOException {
        while (!column.isFinished()) {
            if (!control.proceed()) {
                return false;
            }
            advance(column);
            keepCheckpointIfDue(column.isFinished());
        }
        return true;
    }

    private void inTurns(int last) throws IOException {
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
                diversity.save(tensors));
        return SynthesisCheckpoint.of(progress, tensors);
    }

    /** Stands where the checkpoint was made: columns that had begun, and what was seen of them. */
    private void restore(SynthesisCheckpoint from) {
        reporter.goOnAfter(from.steps());
        SynthesisConfig base = tuning.applied();
        for (SynthesisProgress.OfColumn saved : from.progress().columns()) {
            SynthesisConfig start = SynthesisProgress.replaced(base, saved.start());
            Column column = new Column(saved.index(), start, batchesOf(saved.index()));
            begun.add(column);
            column.restore(saved);
            for (SynthesisProgress.OfBatch batch : saved.underWay()) {
                SynthesisConfig config = SynthesisProgress.replaced(base, batch.start());
                BatchSynthesis synthesis = begin(column.batch(), config, adjusted -> {});
                column.begin(synthesis, config);
                synthesis.restore(Integer.toString(saved.index()), from, batch);
            }
            if (mayBeShown(first + from.progress().columns().size())) {
                column.waiting().forEach(this::showWaiting);
            }
        }
        from.progress().turns().forEach(index -> turns.add(begun.get(index - first)));
        end = first + begun.size();
        diversity.restore(from);
        showWhatIsUnderWay();
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
            int steps = column.steps();
            column.begin(begin(batch, now, adjusted -> reporter.adjusted(batch.column(), steps, adjusted)), now);
            column.underWay()
                    .flatMap(BatchSynthesis::lossScale)
                    .ifPresent(scale -> reporter.scaleCounts(batch.column(), steps, scale));
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
    private BatchSynthesis begin(ClassBatch batch, SynthesisConfig config, Consumer<AdjustedTeacher> told) {
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
                            seeds.generator(RandomPurpose.DIRECTION, batch.column(), batch.firstClass()),
                            scope);
            told.accept(adjusted);
            return new BatchSynthesis(
                    adjusted.network(),
                    start,
                    batch.labels(),
                    inputs.normalization(),
                    config,
                    GradientScaling.of(config.execution().precision()),
                    FeatureRegression.where(batch, inputs, adjusted.network(), config, seeds, manager),
                    operators,
                    manager);
        }
    }

    private void step(Column column, ClassBatch batch, BatchSynthesis synthesis, SynthesisConfig config) {
        double learningRate = synthesis.learningRate(config);
        ImageView view = views.draw(batch, synthesis.iteration(), config);
        Optional<LossScale> scale = synthesis.lossScale();
        int skipped = synthesis.skippedSteps();
        StepLoss loss = synthesis.step(config, view);
        if (!Double.isFinite(loss.total())) {
            throw SynthesisDivergedException.loss(
                    column.index(), column.steps(), config.execution().precision());
        }
        if (synthesis.skippedSteps() > skipped) {
            reporter.skipped(column.index(), column.steps(), synthesis.skippedSteps());
        }
        reporter.stepped(column.index(), column.steps(), loss, learningRate);
        column.countStep();
        synthesis
                .lossScale()
                .filter(now -> now.factor() != scale.orElse(now).factor())
                .ifPresent(now -> rescaled(column, now));
    }

    private void rescaled(Column column, LossScale scale) {
        if (scale.isExhausted()) {
            throw SynthesisDivergedException.gradient(column.index(), column.steps());
        }
        reporter.scaleCounts(column.index(), column.steps(), scale);
    }

    /** Shows the start images of columns that were not expected so far. */
    private void expectColumns(SynthesisConfig config) {
        int shown = mayBeShown(config.endColumn()) ? config.endColumn() : first;
        for (int index = Math.max(first, end); index < shown; index++) {
            batchesOf(index).forEach(this::showWaiting);
        }
        columns = Math.max(config.imagesPerClass(), first + begun.size());
        end = Math.max(config.endColumn(), first + begun.size());
        diversity.expectColumns(first, end, batchSize);
    }

    private void showWaiting(ClassBatch batch) {
        try (NDArray start = initializer.images(batch, manager, type())) {
            reporter.showPictures(batch, 0, ColumnState.WAITING, start);
        }
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
