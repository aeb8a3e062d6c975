package org.dwastudio.stage.synthesis.diversity;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.metric.FeatureDiversity;
import org.dwastudio.stage.StageException;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.text.Message;
import org.dwastudio.weights.StoredTensor;

/** Penultimate features of an image grid, as far as they have been computed. */
final class FeatureGrid {
    private static final int MOST_COLUMNS = 99_999;

    private final int classes;
    /** Features of each column, [classes, F]; empty where none have been computed. */
    private final List<float[]> columns = new ArrayList<>();

    FeatureGrid(int classes) {
        this.classes = classes;
    }

    /** Returns a copy with the features of the first classes only. */
    FeatureGrid ofFirst(int count) {
        FeatureGrid first = new FeatureGrid(count);
        for (float[] column : columns) {
            first.columns.add(Arrays.copyOf(column, column.length / classes * count));
        }
        return first;
    }

    /** Returns the grid that {@link #save} stored in a checkpoint. */
    static FeatureGrid restored(String prefix, int classes, SynthesisCheckpoint from) {
        FeatureGrid grid = new FeatureGrid(classes);
        from.under(prefix).forEach((column, features) -> {
            int index = Integer.parseInt(column);
            if (index < 0 || index > MOST_COLUMNS) {
                throw new IllegalArgumentException("there is no column " + index);
            }
            while (grid.columns.size() <= index) {
                grid.columns.add(new float[0]);
            }
            if (features.dataType() != DataType.FLOAT32
                    || features.shape().dimension() != 2
                    || features.shape().get(0) != classes) {
                throw unfit(index);
            }
            FloatBuffer values = features.data().asFloatBuffer();
            float[] copy = new float[values.remaining()];
            values.get(copy);
            grid.columns.set(index, copy);
        });
        return grid;
    }

    /**
     * Adds the computed features to {@code tensors}, one [classes, F] tensor per column, named by prefix and column
     * index.
     */
    void save(String prefix, Map<String, StoredTensor> tensors) {
        for (int column = 0; column < columns.size(); column++) {
            float[] features = columns.get(column);
            if (features.length > 0) {
                ByteBuffer data =
                        ByteBuffer.allocate(features.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                data.asFloatBuffer().put(features);
                Shape shape = new Shape(classes, features.length / classes);
                tensors.put(prefix + column, new StoredTensor(DataType.FLOAT32, shape, data));
            }
        }
    }

    /** Stores the features of a batch, [size, F]. */
    void put(ClassBatch batch, float[] features) {
        int length = features.length / batch.size();
        while (columns.size() <= batch.column()) {
            columns.add(new float[0]);
        }
        if (columns.get(batch.column()).length == 0) {
            columns.set(batch.column(), new float[classes * length]);
        }
        float[] column = columns.get(batch.column());
        System.arraycopy(features, 0, column, batch.firstClass() * length, features.length);
    }

    /** Returns the joint diversity of one or more columns; all their batches must have been put. */
    FeatureDiversity diversity(List<Integer> measured) {
        int length = features(measured.get(0)).length;
        float[] features = new float[measured.size() * length];
        int[] labels = new int[measured.size() * classes];
        for (int i = 0; i < measured.size(); i++) {
            float[] column = features(measured.get(i));
            if (column.length != length) {
                throw unfit(measured.get(i));
            }
            System.arraycopy(column, 0, features, i * length, length);
            for (int label = 0; label < classes; label++) {
                labels[i * classes + label] = label;
            }
        }
        return FeatureDiversity.of(features, labels);
    }

    /** Returns the features of consecutive classes of a column, [size, F]; empty if none have been computed. */
    Optional<float[]> rows(int column, int firstClass, int size) {
        if (column >= columns.size() || columns.get(column).length == 0) {
            return Optional.empty();
        }
        float[] features = columns.get(column);
        int length = features.length / classes;
        return Optional.of(Arrays.copyOfRange(features, firstClass * length, (firstClass + size) * length));
    }

    private float[] features(int column) {
        if (column >= columns.size() || columns.get(column).length == 0) {
            throw unfit(column);
        }
        return columns.get(column);
    }

    /** Creates the exception for features that only a foreign checkpoint lacks. */
    private static StageException unfit(int column) {
        return new StageException(
                Message.of("stage.unfitCheckpoint", "synthesis", Message.of("checkpoint.noFeatures", column)));
    }
}
