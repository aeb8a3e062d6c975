package org.dwastudio.attack;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.file.TensorChecksum;
import org.dwastudio.weights.file.TensorFile;

/**
 * Content of a safetensors file with a checksum: a teacher, a checkpoint or soft labels.
 *
 * @param tensors tensors by name
 * @param text text without the checksum
 */
record SealedTensors(Map<String, StoredTensor> tensors, Map<String, String> text) {
    private static final String CHECKSUM = "checksum";
    private static final int[] EXTREMES = {0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 16, 7};

    static SealedTensors of(byte[] content) throws IOException {
        Path file = Files.createTempFile("sealed", ".safetensors");
        try {
            Files.write(file, content);
            TensorFile read = TensorFile.read(file);
            Map<String, String> text = new LinkedHashMap<>(read.metadata());
            text.remove(CHECKSUM);
            return new SealedTensors(read.tensors(), text);
        } finally {
            Files.delete(file);
        }
    }

    /** Returns the bytes of a file with the checksum of this content. */
    byte[] bytes() throws IOException {
        Map<String, String> sealed = new LinkedHashMap<>(text);
        sealed.put(CHECKSUM, TensorChecksum.of(tensors, text));
        Path file = Files.createTempFile("sealed", ".safetensors");
        try {
            new TensorFile(file, tensors, sealed).write();
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    /** Returns a content in which one tensor or one text differs. */
    SealedTensors changed(Random random) {
        return tensors.isEmpty() || (random.nextInt(3) == 0 && !text.isEmpty())
                ? withOtherText(random)
                : withOtherTensor(random);
    }

    private SealedTensors withOtherText(Random random) {
        Map<String, String> others = new LinkedHashMap<>(text);
        String key = chosen(text, random);
        byte[] value = text.get(key).getBytes(StandardCharsets.UTF_8);
        switch (random.nextInt(5)) {
            case 0 -> others.remove(key);
            case 1 -> others.put(key, text.get(chosen(text, random)));
            default ->
                others.put(
                        key,
                        value.length == 0
                                ? "1"
                                : new String(Mutation.anyOf(value, value, random), StandardCharsets.UTF_8));
        }
        return new SealedTensors(tensors, others);
    }

    private SealedTensors withOtherTensor(Random random) {
        Map<String, StoredTensor> others = new LinkedHashMap<>(tensors);
        String name = chosen(tensors, random);
        StoredTensor tensor = tensors.get(name);
        switch (random.nextInt(6)) {
            case 0 -> others.remove(name);
            case 1 -> others.put(name + "x", others.remove(name));
            case 2 -> others.put(name, tensors.get(chosen(tensors, random)));
            case 3 -> others.put(name, reshaped(tensor, random));
            default -> others.put(name, withOtherValue(tensor, random));
        }
        return new SealedTensors(others, text);
    }

    private static StoredTensor withOtherValue(StoredTensor tensor, Random random) {
        byte[] values = values(tensor);
        if (values.length < Integer.BYTES) {
            return tensor;
        }
        ByteBuffer.wrap(values)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(
                        random.nextInt(values.length / Integer.BYTES) * Integer.BYTES,
                        random.nextBoolean() ? EXTREMES[random.nextInt(EXTREMES.length)] : random.nextInt());
        return new StoredTensor(tensor.dataType(), tensor.shape(), ByteBuffer.wrap(values));
    }

    private static StoredTensor reshaped(StoredTensor tensor, Random random) {
        byte[] values = values(tensor);
        return switch (random.nextInt(4)) {
            case 0 -> new StoredTensor(DataType.UINT8, new Shape(values.length), ByteBuffer.wrap(values));
            case 1 -> new StoredTensor(DataType.UINT8, new Shape(1, values.length), ByteBuffer.wrap(values));
            case 2 -> new StoredTensor(tensor.dataType(), new Shape(0), ByteBuffer.allocate(0));
            default ->
                new StoredTensor(
                        DataType.FLOAT32,
                        new Shape(values.length / 4),
                        ByteBuffer.wrap(values, 0, values.length / 4 * 4).slice());
        };
    }

    private static byte[] values(StoredTensor tensor) {
        byte[] values = new byte[tensor.data().remaining()];
        tensor.data().get(values);
        return values;
    }

    private static String chosen(Map<String, ?> map, Random random) {
        List<String> keys = new ArrayList<>(map.keySet());
        return keys.get(random.nextInt(keys.size()));
    }
}
