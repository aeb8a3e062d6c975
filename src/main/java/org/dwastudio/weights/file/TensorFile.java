package org.dwastudio.weights.file;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.NamedTensors;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.WritableTensorFormat;

/**
 * Named tensors of a file: safetensors, npz, PyTorch or TorchScript.
 *
 * @param path location of the file
 * @param tensors tensors in the order of the file
 * @param metadata free text of a safetensors file; empty for other formats
 */
public record TensorFile(Path path, Map<String, StoredTensor> tensors, Map<String, String> metadata) {

    private static final int MOST_NAMED = 10;

    public TensorFile {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Copies tensors out of the engine, to be written. */
    public static TensorFile of(Path path, Map<String, NDArray> tensors, Map<String, String> metadata) {
        Map<String, StoredTensor> stored = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> stored.put(name, StoredTensor.of(tensor)));
        return new TensorFile(path, stored, metadata);
    }

    /**
     * Reads a whole file. Its format is detected from its content, whatever its name.
     *
     * @throws WeightsException if it is missing, broken, truncated or of another format, or holds several sets of tensors
     */
    public static TensorFile read(Path path) throws WeightsException {
        return WeightsFile.read(path).only();
    }

    /**
     * Returns the file without the prefixes of wrappers: {@code module.}, {@code _orig_mod.}, {@code model.},
     * {@code backbone.}, {@code net.} and {@code network.}, where all names begin with it.
     */
    public TensorFile withoutWrappers() {
        return new TensorFile(path, PrefixStripper.stripped(tensors), metadata);
    }

    /** Returns the tensor of a name. */
    public StoredTensor tensor(String name) throws WeightsException {
        StoredTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new WeightsException(
                    path,
                    Message.of(
                            "weights.noTensor",
                            PrintableText.name(name),
                            tensors.keySet().stream()
                                    .limit(MOST_NAMED)
                                    .map(PrintableText::name)
                                    .collect(Collectors.joining(", ")),
                            tensors.size() > MOST_NAMED ? ", …" : ""));
        }
        return tensor;
    }

    /**
     * Writes the file atomically: first to a temporary file next to it, then moved into place.
     *
     * @throws WeightsException if the format cannot hold the tensors
     * @throws java.nio.file.NoSuchFileException if its folder is missing
     */
    public void write() throws IOException {
        WritableTensorFormat format = FormatDetector.writable(path);
        NamedTensors content = new NamedTensors(tensors, metadata);
        format.requireWritable(content, path);
        AtomicFile.write(path, staged -> format.write(content, staged));
    }
}
