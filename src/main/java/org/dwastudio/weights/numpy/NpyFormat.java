package org.dwastudio.weights.numpy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.dwastudio.text.DecimalText;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.StoredTensor;

/** NumPy's array format, versions 1 to 3, row-major and little-endian. */
final class NpyFormat {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
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
    private static final Pattern DESCRIPTION = Pattern.compile("'descr':\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");

    private NpyFormat() {}

    /**
     * Reads one array.
     *
     * @throws IllegalArgumentException if the bytes are not an array, truncated, or of an unsupported form
     */
    static StoredTensor read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            byte[] magic = new byte[MAGIC.length];
            in.get(magic);
            int version = in.get();
            in.get();
            if (!Arrays.equals(magic, MAGIC) || version < 1 || version > 3) {
                throw new IllegalArgumentException("not a NumPy array");
            }
            int length = version == 1 ? Short.toUnsignedInt(in.getShort()) : in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new IllegalArgumentException("the array's header is broken or cut short");
            }
            byte[] header = new byte[length];
            in.get(header);
            return parse(new String(header, StandardCharsets.UTF_8), in);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the array's header is broken or cut short", e);
        }
    }

    private static StoredTensor parse(String header, ByteBuffer data) {
        String type = group(DESCRIPTION, header);
        if (type.contains("O")) {
            throw new IllegalArgumentException("it holds Python objects, and only numbers are read, so that a file"
                    + " cannot run anything. Please save arrays of numbers");
        }
        DataType dataType = TYPES.get(type);
        if (dataType == null) {
            throw new IllegalArgumentException(
                    "number format '" + PrintableText.name(type) + "' is not read; known are "
                            + TYPES.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        if ("True".equals(group(ORDER, header))) {
            throw new IllegalArgumentException("column-major order is not read; save a C-contiguous array");
        }
        long[] sizes = Pattern.compile(",")
                .splitAsStream(group(SHAPE, header))
                .map(String::trim)
                .filter(size -> !size.isEmpty())
                .mapToLong(DecimalText::size)
                .toArray();
        return new StoredTensor(dataType, new Shape(sizes), data);
    }

    private static String group(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new IllegalArgumentException("the array's header is broken: " + PrintableText.name(header.trim()));
        }
        return matcher.group(1);
    }

    /** Returns the bytes that precede the values. */
    static byte[] header(StoredTensor tensor) {
        String type = TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == tensor.dataType())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(tensor.dataType() + " is not written to npz files"));
        // A Python tuple of one element has a comma.
        String shape = LongStream.of(tensor.shape().getShape())
                .mapToObj(size -> size + ",")
                .collect(Collectors.joining(" ", "(", ")"));
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        int before = MAGIC.length + 4;
        int total = (before + text.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (total - before));
        header.put(text.getBytes(StandardCharsets.US_ASCII));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }
}
