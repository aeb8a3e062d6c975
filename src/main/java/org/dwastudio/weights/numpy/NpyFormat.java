package org.dwastudio.weights.numpy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.StoredTensor;

/** NumPy's array format, versions 1 to 3, row-major and little-endian. */
final class NpyFormat {
    private static final int ALIGNMENT = 64;
    private static final Map<String, DataType> TYPES = Map.of(
            "<f2", DataType.FLOAT16,
            "<f4", DataType.FLOAT32,
            "<f8", DataType.FLOAT64,
            "<i4", DataType.INT32,
            "<i8", DataType.INT64,
            "|b1", DataType.BOOLEAN,
            "|u1", DataType.UINT8,
            "|i1", DataType.INT8);

    private NpyFormat() {}

    /**
     * Reads one array.
     *
     * @throws IllegalArgumentException if the bytes are not an array, truncated, or of an unsupported form
     */
    static StoredTensor read(byte[] bytes) {
        NpyArray array = NpyArray.parse(bytes);
        DataType type = TYPES.get(array.type());
        if (type == null) {
            throw new DescribedArgumentException(Message.of(
                    "numpy.type",
                    PrintableText.name(array.type()),
                    TYPES.keySet().stream().sorted().collect(Collectors.joining(", "))));
        }
        return new StoredTensor(type, new Shape(array.shape()), array.values());
    }

    /** Returns the bytes that precede the values. */
    static byte[] header(DataType dataType, Shape shape) {
        String type = TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == dataType)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(dataType + " is not written to npz files"));
        // A Python tuple of one element has a comma.
        String sizes =
                LongStream.of(shape.getShape()).mapToObj(size -> size + ",").collect(Collectors.joining(" ", "(", ")"));
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + sizes + ", }";
        int before = NpyArray.MAGIC.length + 4;
        int total = (before + text.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        header.put(NpyArray.MAGIC).put((byte) 1).put((byte) 0).putShort((short) (total - before));
        header.put(text.getBytes(StandardCharsets.US_ASCII));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }
}
