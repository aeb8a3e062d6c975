package org.dwastudio.teacher;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.Float16Utils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.nn.layout.NameMapping;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;

/**
 * Weights of a file under the names of a network.
 *
 * <p>A bias before a norm has no parameter of its own in our networks: it is subtracted from the norm's running mean,
 * which gives equal outputs. A norm without running statistics removes it anyway.
 *
 * @param file tensors as the file has them
 * @param mapping names of the network's tensors in the file
 */
record MappedWeights(TensorFile file, NameMapping mapping) {
    private static final String MEAN = ".running_mean";

    /**
     * Returns the tensors under the network's names.
     *
     * @param needed shapes of the network's tensors
     */
    TensorFile named(Map<String, Shape> needed) throws WeightsException {
        Map<String, StoredTensor> named = new LinkedHashMap<>();
        for (Map.Entry<String, Shape> tensor : needed.entrySet()) {
            String name = tensor.getKey();
            String theirs = mapping.names().get(name);
            named.put(
                    name,
                    theirs == null ? constant(tensor.getValue(), name.endsWith(".weight")) : folded(name, theirs));
        }
        return new TensorFile(file.path(), named, file.metadata());
    }

    private StoredTensor folded(String name, String theirs) throws WeightsException {
        StoredTensor stored = file.tensor(theirs);
        if (!name.endsWith(MEAN)) {
            return stored;
        }
        String bias = mapping.folded().get(name.substring(0, name.length() - MEAN.length()));
        return bias == null ? stored : difference(stored, file.tensor(bias));
    }

    private static StoredTensor difference(StoredTensor mean, StoredTensor bias) {
        int count = (int) mean.shape().size();
        ByteBuffer values = ByteBuffer.allocate(count * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            values.putDouble(value(mean, i) - value(bias, i));
        }
        return new StoredTensor(DataType.FLOAT64, mean.shape(), values.flip());
    }

    private static double value(StoredTensor tensor, int index) {
        ByteBuffer data = tensor.data();
        return switch (tensor.dataType()) {
            case FLOAT64 -> data.getDouble(index * Double.BYTES);
            case FLOAT32 -> data.getFloat(index * Float.BYTES);
            case FLOAT16 -> Float16Utils.halfToFloat(data.getShort(index * Short.BYTES));
            default -> throw new IllegalArgumentException(tensor.dataType() + " is not a type of weights");
        };
    }

    private static StoredTensor constant(Shape shape, boolean one) {
        int count = (int) shape.size();
        ByteBuffer values = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            values.putFloat(one ? 1 : 0);
        }
        return new StoredTensor(DataType.FLOAT32, shape, values.flip());
    }
}
