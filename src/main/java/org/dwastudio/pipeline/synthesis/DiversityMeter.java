package org.dwastudio.pipeline.synthesis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.dwastudio.event.Metric;
import org.dwastudio.metric.FeatureDiversity;

/**
 * Measures how diverse the whole picture grid is, as the unadjusted teacher sees it, and the same for random real images
 * at equal images per class. What must be looked at before that (waiting columns, real images) is looked at one batch
 * a step, so that no step takes long.
 */
final class DiversityMeter {
    private static final int INTERVAL = 10;
    private static final int REAL_GRIDS = 3;

    private final SynthesisInputs inputs;
    private final ImageInitializer start;
    private final ImageInitializer real;
    private final SynthesisReporter reporter;
    private final NDManager manager;
    private final FeatureGrid grid;
    private final Deque<ClassBatch> unseenColumns = new ArrayDeque<>();
    private final Deque<ClassBatch> unseenReal = new ArrayDeque<>();
    private FeatureGrid realGrid;
    private boolean realReported;
    private int columns;

    /**
     * Nothing is measured before columns are expected.
     *
     * @param start what waiting columns show
     * @param real draws random real images, column after column
     */
    DiversityMeter(
            SynthesisInputs inputs,
            ImageInitializer start,
            ImageInitializer real,
            SynthesisReporter reporter,
            NDManager manager) {
        this.inputs = inputs;
        this.start = start;
        this.real = real;
        this.reporter = reporter;
        this.manager = manager;
        grid = new FeatureGrid(inputs.classes());
        realGrid = new FeatureGrid(inputs.classes());
    }

    /** From now on the grid has so many columns. */
    void expectColumns(int count, int batchSize) {
        if (count == columns) {
            return;
        }
        for (int column = columns; column < count; column++) {
            unseenColumns.addAll(ClassBatch.ofColumn(column, inputs.classes(), batchSize));
        }
        unseenColumns.removeIf(batch -> batch.column() >= count);
        columns = count;
        realGrid = new FeatureGrid(inputs.classes());
        realReported = false;
        unseenReal.clear();
        for (int column = 0; column < REAL_GRIDS * count; column++) {
            unseenReal.addAll(ClassBatch.ofColumn(column, inputs.classes(), batchSize));
        }
    }

    /**
     * Called after every step of a batch.
     *
     * @param columnSteps steps made in its column
     * @param finished whether that was its last
     * @param images of the batch, as they are now
     */
    void follow(ClassBatch batch, int columnSteps, boolean finished, NDArray images) {
        if (finished || columnSteps % INTERVAL == 0) {
            grid.put(batch, features(images));
            unseenColumns.remove(batch);
            if (unseenColumns.isEmpty()) {
                report(batch.column(), columnSteps);
            }
        }
        lookAtNext(batch.column(), columnSteps);
    }

    private void lookAtNext(int column, int columnSteps) {
        if (!unseenColumns.isEmpty()) {
            ClassBatch next = unseenColumns.remove();
            grid.put(next, features(start, next));
        } else if (!unseenReal.isEmpty()) {
            ClassBatch next = unseenReal.remove();
            realGrid.put(next, features(real, next));
        } else if (!realReported) {
            realReported = true;
            reportReal(column, columnSteps);
        }
    }

    private void report(int column, int columnSteps) {
        FeatureDiversity diversity = grid.diversity(0, columns);
        diversity
                .withinClassCosine()
                .ifPresent(cosine -> reporter.measured(Metric.WITHIN_CLASS_COSINE, column, columnSteps, cosine));
        reporter.measured(Metric.VENDI_SCORE, column, columnSteps, diversity.vendiScore());
    }

    /** The mean over several random grids: a single one varies. */
    private void reportReal(int column, int columnSteps) {
        List<FeatureDiversity> measured = new ArrayList<>();
        for (int first = 0; first < REAL_GRIDS * columns; first += columns) {
            measured.add(realGrid.diversity(first, columns));
        }
        measured.stream()
                .flatMapToDouble(diversity -> diversity.withinClassCosine().stream())
                .average()
                .ifPresent(cosine -> reporter.measured(Metric.REAL_WITHIN_CLASS_COSINE, column, columnSteps, cosine));
        measured.stream()
                .mapToDouble(FeatureDiversity::vendiScore)
                .average()
                .ifPresent(vendi -> reporter.measured(Metric.REAL_VENDI_SCORE, column, columnSteps, vendi));
    }

    private float[] features(ImageInitializer source, ClassBatch batch) {
        try (NDManager scope = manager.newSubManager()) {
            return features(source.images(batch, scope, inputs.teacher().dataType()));
        }
    }

    /** [N, F] of the unadjusted teacher. */
    private float[] features(NDArray images) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray seen = images.duplicate();
            seen.attach(scope);
            return inputs.teacher()
                    .features(seen)
                    .toType(DataType.FLOAT32, false)
                    .toFloatArray();
        }
    }
}
