package org.dwastudio.weights;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.Float16Utils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/** Converter of half-precision weights to float32, which represents each of their values exactly. */
public final class HalfPrecisionConverter {
    private HalfPrecisionConverter() {}

    /** Returns a tensor of any data type; only bfloat16, which the engine cannot hold, becomes float32. */
    public static StoredTensor ofBfloat16(DataType type, Shape shape, ByteBuffer values) {
        return type == DataType.BFLOAT16 ? of(type, shape, values) : new StoredTensor(type, shape, values);
    }

    /**
     * Returns a tensor of any data type; float16 and bfloat16 become float32.
     *
     * @param values row-major and little-endian
     * @throws IllegalArgumentException if the shape needs another number of bytes
     */
    public static StoredTensor of(DataType type, Shape shape, ByteBuffer values) {
        if (type != DataType.FLOAT16 && type != DataType.BFLOAT16) {
            return new StoredTensor(type, shape, values);
        }
        // Rejects a shape that needs another number of bytes.
        StoredTensor narrow = new StoredTensor(DataType.FLOAT16, shape, values);
        ShortBuffer halves = narrow.data().asShortBuffer();
        if (halves.remaining() > Integer.MAX_VALUE / Float.BYTES) {
            throw new DescribedArgumentException(Message.of("tensor.tooLarge"));
        }
        ByteBuffer widened =
                ByteBuffer.allocate(halves.remaining() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer floats = widened.asFloatBuffer();
        while (halves.hasRemaining()) {
            short half = halves.get();
            // A bfloat16 is the upper half of a float32.
            floats.put(
                    type == DataType.BFLOAT16
                            ? Float.intBitsToFloat(half << Short.SIZE)
                            : Float16Utils.halfToFloat(half));
        }
        return new StoredTensor(DataType.FLOAT32, shape, widened);
    }
}
