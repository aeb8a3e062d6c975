package org.dwastudio.weights.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.dwastudio.weights.StoredTensor;

/** Checksum over the whole content of a tensor file, to detect corruption. */
public final class TensorChecksum {
    private TensorChecksum() {}

    /**
     * Returns the CRC-32C of names, shapes, values and text in hexadecimal digits, independent of their order.
     *
     * @param text text entries without the checksum itself
     */
    public static String of(Map<String, StoredTensor> tensors, Map<String, String> text) {
        CRC32C sum = new CRC32C();
        new TreeMap<>(text).forEach((key, value) -> sum.update(bytes(key + "=" + value + "\n")));
        new TreeMap<>(tensors).forEach((name, tensor) -> {
            sum.update(bytes(name + tensor.shape()));
            sum.update(tensor.data());
        });
        return Long.toHexString(sum.getValue());
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
