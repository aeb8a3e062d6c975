package org.dwastudio.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/**
 * Tensor as stored in a file, outside of any engine.
 *
 * @param dataType data type of the values
 * @param shape shape; () is a scalar
 * @param data values, row-major and little-endian
 */
public record StoredTensor(DataType dataType, Shape shape, ByteBuffer data) {

    /** PyTorch's own limit. */
    private static final int MOST_AXES = 64;

    /** Copies a tensor out of the engine. */
    public static StoredTensor of(NDArray tensor) {
        return new StoredTensor(tensor.getDataType(), tensor.getShape(), tensor.toByteBuffer());
    }

    /** Copies named tensors out of the engine, in their order. */
    public static Map<String, StoredTensor> copiesOf(Map<String, NDArray> tensors) {
        Map<String, StoredTensor> copies = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> copies.put(name, of(tensor)));
        return copies;
    }

    /** Copies named tensors into the engine, in their order. */
    public static Map<String, NDArray> toNDArrays(Map<String, StoredTensor> copies, NDManager manager) {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        copies.forEach((name, copy) -> tensors.put(name, copy.toNDArray(manager)));
        return tensors;
    }

    public StoredTensor {
        data = data.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (shape.dimension() > MOST_AXES) {
            throw new DescribedArgumentException(Message.of("tensor.axes", shape.dimension()));
        }
        if (LongStream.of(shape.getShape()).anyMatch(size -> size < 0)) {
            throw new DescribedArgumentException(Message.of("tensor.negative", shape));
        }
        long expected = bytes(shape, dataType);
        if (data.remaining() != expected) {
            throw new DescribedArgumentException(Message.of("tensor.bytes", shape, expected, data.remaining()));
        }
    }

    private static long bytes(Shape shape, DataType dataType) {
        try {
            long bytes = dataType.getNumOfBytes();
            for (long size : shape.getShape()) {
                bytes = Math.multiplyExact(bytes, size);
            }
            return bytes;
        } catch (ArithmeticException e) {
            throw new DescribedArgumentException(Message.of("tensor.absurd", shape), e);
        }
    }

    /** Returns the values; every call returns a buffer with its own position. */
    @Override
    public ByteBuffer data() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Replaces the values of a tensor of the engine.
     *
     * @throws IllegalArgumentException if that has another shape or data type
     */
    public void replace(NDArray tensor) {
        if (!shape.equals(tensor.getShape()) || dataType != tensor.getDataType()) {
            throw new DescribedArgumentException(
                    Message.of("tensor.other", shape, dataType, tensor.getShape(), tensor.getDataType()));
        }
        try (NDArray stored = toNDArray(tensor.getManager())) {
            tensor.intern(stored);
        }
    }

    /** Copies the tensor into the engine, in the file's data type. */
    public NDArray toNDArray(NDManager manager) {
        ByteBuffer direct = manager.allocateDirect(data.remaining());
        direct.put(data()).rewind();
        // A tensor on a Java buffer loses its memory when it is closed before its views: copy.
        try (NDArray borrowed = manager.create(direct, shape, dataType)) {
            return borrowed.duplicate();
        }
    }
}
