package org.dwastudio.stage.synthesis.diversity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.nn.Network;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.weights.StoredTensor;

/**
 * Features of finished columns, which repel the images of later ones. A column is kept if it began with a weight of the
 * repulsion above 0; nothing is kept without a repulsion. Checkpoints hold the features, so that a resumed run has the same
 * ones bit by bit.
 */
public final class FinishedFeatures {
    private static final String PREFIX = "repulsion/";

    private final Network teacher;
    private final NDManager parent;
    private FeatureGrid grid;

    /**
     * Creates an empty collection.
     *
     * @param teacher the unadjusted teacher
     * @param parent parent of tensors that are needed for a short time
     */
    public FinishedFeatures(Network teacher, NDManager parent) {
        this.teacher = teacher;
        this.parent = parent;
        grid = new FeatureGrid(teacher.config().classes());
    }

    /**
     * Adds the features of a finished batch.
     *
     * @param images final images of the batch, not augmented
     */
    public void add(ClassBatch batch, NDArray images) {
        try (NDManager scope = parent.newSubManager()) {
            NDArray seen = images.duplicate();
            seen.attach(scope);
            grid.put(
                    batch,
                    teacher.features(seen).toType(DataType.FLOAT32, false).toFloatArray());
        }
    }

    /**
     * Returns the features of the same classes in all kept columns before that of a batch.
     *
     * @param manager owns the result
     * @return [columns, batch size, F] in the number format of the teacher; empty if there is no such column
     */
    public Optional<NDArray> before(ClassBatch batch, NDManager manager) {
        List<float[]> rows = IntStream.range(0, batch.column())
                .mapToObj(column -> grid.rows(column, batch.firstClass(), batch.size()))
                .flatMap(Optional::stream)
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        int length = rows.get(0).length;
        float[] all = new float[rows.size() * length];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, all, i * length, length);
        }
        Shape shape = new Shape(rows.size(), batch.size(), length / batch.size());
        return Optional.of(manager.create(all, shape).toType(teacher.dataType(), true));
    }

    /** Adds the features to the tensors of a checkpoint. */
    public void save(Map<String, StoredTensor> tensors) {
        grid.save(PREFIX, tensors);
    }

    /** Restores the features of a checkpoint. */
    public void restore(SynthesisCheckpoint from) {
        grid = FeatureGrid.restored(PREFIX, teacher.config().classes(), from);
    }
}
