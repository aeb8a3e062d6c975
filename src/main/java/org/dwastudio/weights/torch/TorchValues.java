package org.dwastudio.weights.torch;

import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.dwastudio.weights.HalfPrecisionConverter;
import org.dwastudio.weights.StoredTensor;

/** Extraction of a tensor's values from its storage: row-major, half precision widened to float32. */
final class TorchValues {
    private TorchValues() {}

    /** Returns the bytes of a whole storage. */
    static long bytes(TorchTensor.Storage storage) {
        try {
            return Math.multiplyExact(storage.count(), storage.type().bytes());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("its storage of " + storage.count() + " values is absurd", e);
        }
    }

    /**
     * Returns the values of a tensor.
     *
     * @param storage buffer of at least {@link #bytes} bytes
     * @throws IllegalArgumentException if the tensor reaches beyond its storage
     */
    static StoredTensor of(TorchTensor tensor, ByteBuffer storage) {
        check(tensor);
        Shape shape = new Shape(tensor.sizes());
        int width = tensor.storage().type().bytes();
        int count = (int) shape.size();
        ByteBuffer values = isRowMajor(tensor)
                ? storage.slice((int) tensor.offset() * width, count * width)
                : gathered(tensor, storage, count, width);
        values.order(ByteOrder.LITTLE_ENDIAN);
        return HalfPrecisionConverter.of(tensor.storage().type().dataType(), shape, values);
    }

    private static void check(TorchTensor tensor) {
        if (tensor.sizes().size() != tensor.strides().size()) {
            throw new IllegalArgumentException(
                    "its shape " + tensor.sizes() + " and strides " + tensor.strides() + " do not belong together");
        }
        long available = tensor.storage().count();
        try {
            long count = 1;
            long last = tensor.offset();
            for (int axis = 0; axis < tensor.sizes().size(); axis++) {
                long size = tensor.sizes().get(axis);
                count = Math.multiplyExact(count, size);
                last = Math.addExact(
                        last,
                        Math.multiplyExact(
                                Math.max(0, size - 1), tensor.strides().get(axis)));
            }
            // A tensor that repeats its storage (expand) would take more memory than the file has.
            if ((count > 0 && last >= available) || count > available) {
                throw new IllegalArgumentException(
                        "its shape " + tensor.sizes() + " needs more values than the " + available + " of its storage");
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("its shape " + tensor.sizes() + " is absurd", e);
        }
    }

    private static boolean isRowMajor(TorchTensor tensor) {
        long expected = 1;
        for (int axis = tensor.sizes().size() - 1; axis >= 0; axis--) {
            long size = tensor.sizes().get(axis);
            if (size > 1 && tensor.strides().get(axis) != expected) {
                return false;
            }
            expected *= Math.max(1, size);
        }
        return true;
    }

    private static ByteBuffer gathered(TorchTensor tensor, ByteBuffer storage, int count, int width) {
        ByteBuffer values = ByteBuffer.allocate(count * width);
        List<Long> sizes = tensor.sizes();
        long[] index = new long[sizes.size()];
        byte[] value = new byte[width];
        long place = tensor.offset();
        for (int i = 0; i < count; i++) {
            storage.get((int) place * width, value);
            values.put(value);
            for (int axis = index.length - 1; axis >= 0; axis--) {
                place += tensor.strides().get(axis);
                if (++index[axis] < sizes.get(axis)) {
                    break;
                }
                place -= tensor.strides().get(axis) * index[axis];
                index[axis] = 0;
            }
        }
        return values.flip();
    }
}
