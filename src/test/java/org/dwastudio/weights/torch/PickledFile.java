package org.dwastudio.weights.torch;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dwastudio.weights.StoredTensor;

/**
 * Writer of {@code torch.save(value)}: a zip of a pickle and the numbers. A value is a map, list, text, number,
 * {@link StoredTensor} of float32 or int64, {@link Call}, or {@link Raw}.
 */
public final class PickledFile {
    private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    private final List<StoredTensor> storages = new ArrayList<>();

    private PickledFile() {}

    /**
     * Instance of a class: a call with arguments, then a state.
     *
     * @param global module and name, separated by a space
     * @param state null for none
     */
    public record Call(String global, List<?> arguments, Object state) {}

    /**
     * Instructions of the pickle.
     *
     * @param opcodes one byte per character
     */
    public record Raw(String opcodes) {}

    /** Tuple of values. */
    public record Tuple(List<?> items) {}

    public static void write(Path path, Object value) throws IOException {
        PickledFile file = new PickledFile();
        file.code("\u0080\u0002");
        file.put(value);
        file.code(".");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            store(zip, "weights/data.pkl", file.pickle.toByteArray());
            int key = 0;
            for (StoredTensor tensor : file.storages) {
                byte[] numbers = new byte[tensor.data().remaining()];
                tensor.data().get(numbers);
                store(zip, "weights/data/" + key++, numbers);
            }
            store(zip, "weights/version", "3\n".getBytes(UTF_8));
        }
    }

    private void put(Object value) {
        if (value == null) {
            code("N");
        } else if (value instanceof StoredTensor tensor) {
            tensor(tensor);
        } else if (value instanceof Map<?, ?> map) {
            code("}(");
            map.forEach((key, item) -> {
                put(key);
                put(item);
            });
            code("u");
        } else if (value instanceof Tuple tuple) {
            code("(");
            tuple.items().forEach(this::put);
            code("t");
        } else if (value instanceof List<?> list) {
            code("](");
            list.forEach(this::put);
            code("e");
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Boolean flag) {
            code(flag ? "\u0088" : "\u0089");
        } else if (value instanceof Double number) {
            code("G");
            pickle.writeBytes(
                    ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
        } else if (value instanceof Number number) {
            whole(number.longValue());
        } else if (value instanceof Call call) {
            code("c" + call.global().replace(' ', '\n') + "\n");
            put(new Tuple(call.arguments()));
            code("R");
            if (call.state() != null) {
                put(call.state());
                code("b");
            }
        } else if (value instanceof Raw raw) {
            code(raw.opcodes());
        } else {
            throw new IllegalArgumentException("no value of a pickle: " + value);
        }
    }

    private void tensor(StoredTensor tensor) {
        boolean floats = tensor.dataType() == DataType.FLOAT32;
        if (!floats && tensor.dataType() != DataType.INT64) {
            throw new IllegalArgumentException("only float32 and int64 are written, not " + tensor.dataType());
        }
        code("ctorch._utils\n_rebuild_tensor_v2\n((");
        text("storage");
        code(floats ? "ctorch\nFloatStorage\n" : "ctorch\nLongStorage\n");
        text(Integer.toString(storages.size()));
        text("cpu");
        whole(tensor.shape().size());
        code("tQ");
        whole(0);
        tuple(tensor.shape().getShape());
        tuple(strides(tensor.shape()));
        code("\u0089ccollections\nOrderedDict\n)RtR");
        storages.add(tensor);
    }

    private static long[] strides(Shape shape) {
        long[] strides = new long[shape.dimension()];
        long stride = 1;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape.get(axis);
        }
        return strides;
    }

    private void tuple(long... values) {
        code("(");
        for (long value : values) {
            whole(value);
        }
        code("t");
    }

    private void whole(long value) {
        code("J");
        pickle.writeBytes(littleEndian(Math.toIntExact(value)));
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        code("X");
        pickle.writeBytes(littleEndian(bytes.length));
        pickle.writeBytes(bytes);
    }

    private void code(String opcodes) {
        opcodes.chars().forEach(pickle::write);
    }

    private static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 check = new CRC32();
        check.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(check.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
