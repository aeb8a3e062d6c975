package org.dwastudio.stage.synthesis.diversity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dwastudio.event.Metric;
import org.dwastudio.metric.FeatureDiversity;
import org.dwastudio.stage.synthesis.start.ImageInitializer;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.stage.synthesis.state.SynthesisProgress;
import org.dwastudio.stage.synthesis.step.SynthesisReporter;
import org.dwastudio.weights.StoredTensor;

/**
 * Measurement of the feature diversity of the finished and running columns under the unadjusted teacher, and that of
 * random real images at the images per class of the whole grid. Waiting columns do not count: they show start images.
 * The features of real images are computed one batch per step, so that no step takes long. When a grid holds many
 * images, only its first classes are measured, in both cases: the features of all would not fit into memory, nor their
 * comparison into a step.
 */
public final class DiversityMeter {
    private static final String GRID = "grid/";
    private static final String REAL_GRID = "real/";
    private static final int INTERVAL = 10;
    private static final int REAL_GRIDS = 3;
    /** Maximum number of images of a grid that are compared. */
    private static final int MOST_IMAGES = 5000;

    private final SynthesisInputs inputs;
    private final ImageInitializer real;
    private final SynthesisReporter reporter;
    private final NDManager manager;
    /** Batches of the grid that have not been measured since they began. */
    private final Deque<ClassBatch> unseenColumns = new ArrayDeque<>();

    private final Deque<ClassBatch> unseenReal = new ArrayDeque<>();
    private FeatureGrid grid;
    private FeatureGrid realGrid;
    private boolean realReported;
    private int classes;
    private int first;
    private int end;
    /** Index after the last column that is known to have begun. */
    private int begunEnd;

    /**
     * Creates a meter that measures nothing until {@link #expectColumns} is called.
     *
     * @param real draws random real images, column after column
     */
    public DiversityMeter(
            SynthesisInputs inputs, ImageInitializer real, SynthesisReporter reporter, NDManager manager) {
        this.inputs = inputs;
        this.real = real;
        this.reporter = reporter;
        this.manager = manager;
        classes = inputs.classes();
        grid = new FeatureGrid(classes);
        realGrid = new FeatureGrid(classes);
    }

    /**
     * Returns the state for a checkpoint and adds the features to {@code tensors}. Features of real images are saved
     * only until their diversity is reported.
     */
    public SynthesisProgress.OfDiversity save(Map<String, StoredTensor> tensors) {
        grid.save(GRID, tensors);
        if (!realReported) {
            realGrid.save(REAL_GRID, tensors);
        }
        return new SynthesisProgress.OfDiversity(
                classes, first, end, realReported, List.copyOf(unseenColumns), List.copyOf(unseenReal));
    }

    /** Restores the state of a checkpoint. */
    public void restore(SynthesisCheckpoint from) {
        SynthesisProgress.OfDiversity saved = from.progress().diversity();
        classes = saved.classes();
        first = saved.first();
        end = saved.end();
        begunEnd = first + from.progress().columns().size();
        realReported = saved.realReported();
        unseenColumns.clear();
        unseenColumns.addAll(saved.unseenColumns());
        unseenReal.clear();
        unseenReal.addAll(saved.unseenReal());
        grid = FeatureGrid.restored(GRID, classes, from);
        realGrid = FeatureGrid.restored(REAL_GRID, classes, from);
    }

    /** Sets the columns of the grid, from {@code from} (inclusive) to {@code to} (exclusive). */
    public void expectColumns(int from, int to, int batchSize) {
        if (from == first && to == end) {
            return;
        }
        // The number of classes never grows: finished columns could not be measured on further classes.
        int compared = Math.max(1, Math.min(classes, MOST_IMAGES / (to - from)));
        if (compared < classes) {
            classes = compared;
            grid = grid.ofFirst(classes);
            List<ClassBatch> unseen = List.copyOf(unseenColumns);
            unseenColumns.clear();
            unseen.forEach(batch -> batch.below(classes).ifPresent(unseenColumns::add));
        }
        for (int column = Math.max(from, end); column < to; column++) {
            unseenColumns.addAll(batches(column, batchSize));
        }
        unseenColumns.removeIf(batch -> batch.column() >= to);
        first = from;
        end = to;
        realGrid = new FeatureGrid(classes);
        realReported = false;
        unseenReal.clear();
        for (int column = 0; column < REAL_GRIDS * (to - from); column++) {
            unseenReal.addAll(batches(column, batchSize));
        }
    }

    private List<ClassBatch> batches(int column, int batchSize) {
        return ClassBatch.ofColumn(column, classes, batchSize);
    }

    /** Returns the next batch of real images to be measured together with a step; empty when all are measured. */
    public Optional<ClassBatch> takeReal() {
        return Optional.ofNullable(unseenReal.poll());
    }

    /**
     * Computes the features that are due after a step. Several steps may be measured at the same time, on several threads.
     *
     * @param step the step
     * @param images current images of its batch
     */
    public MeasuredStep measure(FollowedStep step, NDArray images) {
        Optional<ClassBatch> compared =
                step.batch().below(classes).filter(batch -> step.finished() || step.columnSteps() % INTERVAL == 0);
        return new MeasuredStep(
                step,
                compared.map(batch -> new MeasuredStep.Features(batch, features(images, batch.size()))),
                step.real().map(batch -> new MeasuredStep.Features(batch, realFeatures(batch))));
    }

    /** Adds the features of a step and reports the diversity if it changed. */
    public void follow(MeasuredStep measured) {
        follow(List.of(measured));
    }

    /** Adds the features of one step of several columns and reports the diversity once if it changed. */
    public void follow(List<MeasuredStep> together) {
        FollowedStep first = together.get(0).step();
        boolean changed = false;
        for (MeasuredStep measured : together) {
            begunEnd = Math.max(begunEnd, measured.step().batch().column() + 1);
            if (measured.grid().isPresent()) {
                MeasuredStep.Features features = measured.grid().get();
                grid.put(features.batch(), features.values());
                unseenColumns.remove(features.batch());
                changed = true;
            }
        }
        if (changed) {
            report(first.batch().column(), first.columnSteps());
        }
        together.forEach(measured -> followReal(measured, first));
    }

    private void followReal(MeasuredStep measured, FollowedStep first) {
        if (measured.real().isPresent()) {
            MeasuredStep.Features features = measured.real().get();
            realGrid.put(features.batch(), features.values());
        } else if (!realReported) {
            realReported = true;
            reportReal(first.batch().column(), first.columnSteps());
        }
    }

    /** Measures the real images that are left and reports their diversity, for a run that has no steps to do it in. */
    public void completeReal() {
        while (!unseenReal.isEmpty()) {
            ClassBatch batch = unseenReal.remove();
            realGrid.put(batch, realFeatures(batch));
        }
        if (!realReported) {
            realReported = true;
            reportReal(end - 1, 0);
        }
    }

    private void report(int column, int columnSteps) {
        List<Integer> measured = measuredColumns();
        if (measured.isEmpty()) {
            return;
        }
        FeatureDiversity diversity = grid.diversity(measured);
        diversity
                .withinClassCosine()
                .ifPresent(cosine -> reporter.measured(Metric.WITHIN_CLASS_COSINE, column, columnSteps, cosine));
        reporter.measured(Metric.VENDI_SCORE, column, columnSteps, diversity.vendiScore());
        reporter.measured(Metric.EFFECTIVE_RANK, column, columnSteps, diversity.effectiveRank());
    }

    /** Returns the columns that have been measured in all their compared classes since they began. */
    private List<Integer> measuredColumns() {
        Set<Integer> unseen = unseenColumns.stream().map(ClassBatch::column).collect(Collectors.toSet());
        return IntStream.range(first, Math.min(begunEnd, end))
                .filter(column -> !unseen.contains(column))
                .boxed()
                .toList();
    }

    /** Reports the mean over several random grids, since a single one varies. */
    private void reportReal(int column, int columnSteps) {
        List<FeatureDiversity> measured = new ArrayList<>();
        int columns = end - first;
        for (int one = 0; one < REAL_GRIDS; one++) {
            measured.add(realGrid.diversity(
                    IntStream.range(one * columns, (one + 1) * columns).boxed().toList()));
        }
        measured.stream()
                .flatMapToDouble(diversity -> diversity.withinClassCosine().stream())
                .average()
                .ifPresent(cosine -> reporter.measured(Metric.REAL_WITHIN_CLASS_COSINE, column, columnSteps, cosine));
        measured.stream()
                .mapToDouble(FeatureDiversity::vendiScore)
                .average()
                .ifPresent(vendi -> reporter.measured(Metric.REAL_VENDI_SCORE, column, columnSteps, vendi));
        measured.stream()
                .mapToDouble(FeatureDiversity::effectiveRank)
                .average()
                .ifPresent(rank -> reporter.measured(Metric.REAL_EFFECTIVE_RANK, column, columnSteps, rank));
    }

    private float[] realFeatures(ClassBatch batch) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray images = real.images(batch, scope, inputs.teacher().dataType());
            return features(images, batch.size());
        }
    }

    /** Returns the features [count, F] of the first images under the unadjusted teacher. */
    private float[] features(NDArray images, int count) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray seen = images.duplicate();
            seen.attach(scope);
            if (count < seen.getShape().get(0)) {
                seen = seen.get("0:{}", count);
            }
            return inputs.teacher()
                    .features(seen)
                    .toType(DataType.FLOAT32, false)
                    .toFloatArray();
        }
    }
}
