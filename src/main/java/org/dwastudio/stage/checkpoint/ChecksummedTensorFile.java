package org.dwastudio.stage.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.text.Message;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorChecksum;
import org.dwastudio.weights.file.TensorFile;

/**
 * Safetensors file for internal use, for example for checkpoints: tensors and text with a checksum over all content, so
 * that corruption is detected. The format may change; the checksum and its position do not.
 *
 * @param tensors tensors by name
 * @param text text entries by key; the keys {@code format} and {@code checksum} are reserved
 */
public record ChecksummedTensorFile(Map<String, StoredTensor> tensors, Map<String, String> text) {
    private static final String FORMAT = "format";
    private static final String CHECKSUM = "checksum";

    public ChecksummedTensorFile {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        text = Collections.unmodifiableMap(new LinkedHashMap<>(text));
    }

    /**
     * Writes the file atomically.
     *
     * @param format format version of the content
     */
    public void write(Path file, int format) throws IOException {
        Map<String, String> sealed = new LinkedHashMap<>(text);
        sealed.put(FORMAT, Integer.toString(format));
        sealed.put(CHECKSUM, TensorChecksum.of(tensors, sealed));
        new TensorFile(file, tensors, sealed).write();
    }

    /**
     * Reads a file written by {@link #write}.
     *
     * @param format newest format version that the reader supports
     * @throws NewerFormatException if a newer version of this program wrote it
     * @throws WeightsException if the file is missing, broken, truncated or of another kind
     */
    public static ChecksummedTensorFile read(Path path, int format) throws IOException {
        TensorFile file = TensorFile.read(path);
        Map<String, String> text = new LinkedHashMap<>(file.metadata());
        String written = text.getOrDefault(FORMAT, "");
        if (!written.matches("\\d{1,9}")) {
            throw new WeightsException(path, Message.of("checkpoint.foreign"));
        }
        String expected = text.remove(CHECKSUM);
        if (!TensorChecksum.of(file.tensors(), text).equals(expected)) {
            throw new WeightsException(path, Message.of("checkpoint.checksum"));
        }
        // Check the checksum first: a flipped bit must not be mistaken for a newer format.
        if (Integer.parseInt(written) > format) {
            throw new NewerFormatException(path);
        }
        text.remove(FORMAT);
        return new ChecksummedTensorFile(file.tensors(), text);
    }

    /** Returns the tensors whose names start with a prefix, with the prefix removed. */
    public Map<String, StoredTensor> under(String prefix) {
        Map<String, StoredTensor> found = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), tensor);
            }
        });
        return found;
    }
}
