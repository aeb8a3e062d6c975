package org.dwastudio.weights.torch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dwastudio.weights.StoredTensor;

/**
 * Writer of float32 tensors in the format of PyTorch's {@code torch.save(state_dict)}: a zip of a pickle and the
 * numbers.
 */
public final class PickledStateDict {
    private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();

    public static void write(Path path, Map<String, StoredTensor> tensors) throws IOException {
        PickledStateDict state = new PickledStateDict();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            store(zip, "weights/data.pkl", state.pickled(tensors));
            int key = 0;
            for (StoredTensor tensor : tensors.values()) {
                byte[] numbers = new byte[tensor.data().remaining()];
                tensor.data().get(numbers);
                store(zip, "weights/data/" + key++, numbers);
            }
            store(zip, "weights/version", "3\n".getBytes(US_ASCII));
        }
    }

    private byte[] pickled(Map<String, StoredTensor> tensors) {
        code("\u0080\u0002");
        orderedDict();
        code("(");
        int key = 0;
        for (Map.Entry<String, StoredTensor> tensor : tensors.entrySet()) {
            text(tensor.getKey());
            rebuilt(key++, tensor.getValue());
        }
        code("u.");
        return pickle.toByteArray();
    }

    private void rebuilt(int key, StoredTensor tensor) {
        if (tensor.dataType() != DataType.FLOAT32) {
            throw new IllegalArgumentException("only float32 is written, not " + tensor.dataType());
        }
        long[] sizes = tensor.shape().getShape();
        code("ctorch._utils\n_rebuild_tensor_v2\n((");
        text("storage");
        code("ctorch\nFloatStorage\n");
        text(Integer.toString(key));
        text("cpu");
        whole(tensor.shape().size());
        code("tQ");
        whole(0);
        tuple(sizes);
        tuple(strides(tensor.shape()));
        code("\u0089");
        orderedDict();
        code("tR");
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

    private void orderedDict() {
        code("ccollections\nOrderedDict\n)R");
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
        byte[] bytes = text.getBytes(US_ASCII);
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
