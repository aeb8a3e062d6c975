package org.dwastudio.teacher;

import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.util.Map;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;

/** Check of weights for values that no trained network has. */
final class FiniteValues {
    private static final String VARIANCE = "running_var";

    private FiniteValues() {}

    /**
     * Checks all tensors of a file.
     *
     * @throws WeightsException naming the first tensor with NaN, infinite values or a negative variance
     */
    static void require(TensorFile file) throws WeightsException {
        for (Map.Entry<String, StoredTensor> tensor : file.tensors().entrySet()) {
            long count = count(tensor.getValue(), tensor.getKey().endsWith(VARIANCE));
            if (count > 0) {
                throw new WeightsException(
                        file.path(),
                        Message.of(
                                tensor.getKey().endsWith(VARIANCE) ? "weights.badVariance" : "weights.notFinite",
                                PrintableText.name(tensor.getKey()),
                                count));
            }
        }
    }

    private static long count(StoredTensor tensor, boolean variance) {
        ByteBuffer data = tensor.data();
        long count = 0;
        if (tensor.dataType() == DataType.FLOAT32) {
            while (data.hasRemaining()) {
                count += isWrong(data.getFloat(), variance) ? 1 : 0;
            }
        } else if (tensor.dataType() == DataType.FLOAT64) {
            while (data.hasRemaining()) {
                count += isWrong(data.getDouble(), variance) ? 1 : 0;
            }
        } else if (tensor.dataType() == DataType.FLOAT16) {
            while (data.hasRemaining()) {
                // All bits of the exponent are set in NaN and infinity.
                int half = data.getShort();
                count += (half & 0x7C00) == 0x7C00 || (variance && half < 0) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isWrong(double value, boolean variance) {
        return !Double.isFinite(value) || (variance && value < 0);
    }
}
