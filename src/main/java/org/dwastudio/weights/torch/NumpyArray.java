package org.dwastudio.weights.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.weights.HalfPrecisionConverter;
import org.dwastudio.weights.ReadBudget;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.pickle.PickledGlobal;
import org.dwastudio.weights.pickle.PickledObject;
import org.dwastudio.weights.pickle.PickledTuple;

/**
 * NumPy array within a pickle: {@code _reconstruct} with a state of version, shape, data type, order and bytes.
 *
 * @param type data type
 * @param sizes shape
 * @param columnMajor true for Fortran's order
 * @param bytes values, little-endian
 */
record NumpyArray(DataType type, List<Long> sizes, boolean columnMajor, ByteBuffer bytes) implements PickledTensor {
    private static final Set<String> MODULES =
            Set.of("numpy", "numpy.core.multiarray", "numpy._core.multiarray", "numpy.core.numeric", "_codecs");
    private static final Set<String> PARTS =
            Set.of("_reconstruct", "scalar", "ndarray", "dtype", "encode", "_frombuffer");
    private static final Map<String, DataType> TYPES = Map.of(
            "f2", DataType.FLOAT16,
            "f4", DataType.FLOAT32,
            "f8", DataType.FLOAT64,
            "i4", DataType.INT32,
            "i8", DataType.INT64,
            "u1", DataType.UINT8,
            "i1", DataType.INT8,
            "b1", DataType.BOOLEAN);
    private static final int STATE_PARTS = 5;

    /** Returns true if the name is one of those that describe arrays and numbers. */
    static boolean isPart(PickledGlobal global) {
        return MODULES.contains(global.module()) && PARTS.contains(global.name());
    }

    static boolean isArray(Object value) {
        return value instanceof PickledObject object
                && isPart(object.called())
                && object.called().name().equals("_reconstruct")
                && object.state() instanceof PickledTuple;
    }

    static NumpyArray of(Object value) {
        if (!(value instanceof PickledObject object)
                || !(object.state() instanceof PickledTuple state)
                || state.items().size() != STATE_PARTS
                || !(state.items().get(1) instanceof PickledTuple shape)
                || !(state.items().get(3) instanceof Boolean columnMajor)) {
            throw new DescribedArgumentException(Message.of("torch.arrayUnknown"));
        }
        List<Long> sizes = new ArrayList<>();
        for (Object size : shape.items()) {
            if (!(size instanceof Long number) || number < 0) {
                throw new DescribedArgumentException(Message.of("torch.arrayShape"));
            }
            sizes.add(number);
        }
        DataType type = type(state.items().get(2));
        return new NumpyArray(
                type, sizes, columnMajor, ByteBuffer.wrap(content(state.items().get(4))));
    }

    private static DataType type(Object description) {
        if (description instanceof PickledObject object
                && isPart(object.called())
                && !object.arguments().isEmpty()
                && object.arguments().get(0) instanceof String name
                && TYPES.containsKey(name)) {
            boolean bigEndian = object.state() instanceof PickledTuple state
                    && state.items().size() > 1
                    && state.items().get(1) instanceof String order
                    && order.equals(">");
            if (!bigEndian) {
                return TYPES.get(name);
            }
        }
        throw new DescribedArgumentException(Message.of("torch.arrayType"));
    }

    /** Returns bytes, which older protocols of pickle write as an encoded text. */
    private static byte[] content(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        if (value instanceof PickledObject object
                && isPart(object.called())
                && !object.arguments().isEmpty()
                && object.arguments().get(0) instanceof String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        throw new DescribedArgumentException(Message.of("torch.arrayEmpty"));
    }

    /** Returns the values, row-major. */
    StoredTensor stored(ReadBudget budget) {
        budget.chargeBytes(2L * bytes.remaining());
        List<Long> stored = new ArrayList<>(sizes);
        if (columnMajor) {
            Collections.reverse(stored);
        }
        StoredTensor tensor = HalfPrecisionConverter.of(type, new Shape(stored), bytes);
        if (!columnMajor || sizes.size() < 2) {
            return tensor;
        }
        long[] strides = new long[sizes.size()];
        long stride = 1;
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = stride;
            stride *= sizes.get(axis);
        }
        ByteBuffer gathered = TorchValues.gathered(
                tensor.data(), 0, sizes, strides, tensor.dataType().getNumOfBytes());
        return new StoredTensor(tensor.dataType(), new Shape(sizes), gathered);
    }
}
