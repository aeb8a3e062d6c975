package org.dwastudio.weights.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.weights.HalfPrecisionConverter;
import org.dwastudio.weights.ReadBudget;
import org.dwastudio.weights.StoredTensor;

/** Extraction of a tensor's values from its storage: row-major, half precision widened to float32. */
final class TorchValues {
    private TorchValues() {}

    /** Returns the bytes of a whole storage. */
    static long bytes(TorchTensor.Storage storage) {
        try {
            return Math.multiplyExact(storage.count(), storage.type().bytes());
        } catch (ArithmeticException e) {
            throw new DescribedArgumentException(Message.of("torch.absurdStorage", storage.count()), e);
        }
    }

    /**
     * Returns the values of a tensor.
     *
     * @param storage buffer of at least {@link #bytes} bytes
     * @throws IllegalArgumentException if the tensor reaches beyond its storage or the budget is exceeded
     */
    static StoredTensor of(TorchTensor tensor, ByteBuffer storage, ReadBudget budget) {
        check(tensor);
        DataType type = tensor.storage().type().dataType();
        Shape shape = new Shape(tensor.sizes());
        int width = tensor.storage().type().bytes();
        int count = (int) shape.size();
        if (count == 0) {
            // Its offset may lie behind the end of the storage.
            return HalfPrecisionConverter.of(type, shape, ByteBuffer.allocate(0));
        }
        boolean rowMajor = isRowMajor(tensor);
        boolean half = type == DataType.FLOAT16 || type == DataType.BFLOAT16;
        budget.chargeBytes((long) count * width * ((rowMajor ? 0 : 1) + (half ? 2 : 0)));
        long[] strides = tensor.strides().stream().mapToLong(Long::longValue).toArray();
        ByteBuffer values = rowMajor
                ? storage.slice((int) tensor.offset() * width, count * width)
                : gathered(storage, tensor.offset(), tensor.sizes(), strides, width);
        values.order(ByteOrder.LITTLE_ENDIAN);
        return HalfPrecisionConverter.of(type, shape, values);
    }

    private static void check(TorchTensor tensor) {
        if (tensor.sizes().size() != tensor.strides().size()) {
            throw new DescribedArgumentException(Message.of("torch.strides", tensor.sizes(), tensor.strides()));
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
                throw new DescribedArgumentException(Message.of("torch.tooFew", tensor.sizes(), available));
            }
        } catch (ArithmeticException e) {
            throw new DescribedArgumentException(Message.of("torch.absurdShape", tensor.sizes()), e);
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

    /**
     * Copies values that are not in row-major order.
     *
     * @param offset index of the first value
     * @param strides steps between neighbors along each axis, in values
     * @param width bytes of a value
     */
    static ByteBuffer gathered(ByteBuffer storage, long offset, List<Long> sizes, long[] strides, int width) {
        int count = (int) new Shape(sizes).size();
        ByteBuffer values = ByteBuffer.allocate(count * width);
        long[] index = new long[sizes.size()];
        byte[] value = new byte[width];
        long place = offset;
        for (int i = 0; i < count; i++) {
            storage.get((int) place * width, value);
            values.put(value);
            for (int axis = index.length - 1; axis >= 0; axis--) {
                place += strides[axis];
                if (++index[axis] < sizes.get(axis)) {
                    break;
                }
                place -= strides[axis] * index[axis];
                index[axis] = 0;
            }
        }
        return values.flip();
    }
}
