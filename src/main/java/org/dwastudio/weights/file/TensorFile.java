package org.dwastudio.weights.file;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.weights.NamedTensors;
import org.dwastudio.weights.StoredTensor;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.WritableTensorFormat;

/**
 * Named tensors of a file: safetensors or npz, of PyTorch or TorchScript.
 *
 * @param path where they are
 * @param tensors in the order of the file
 * @param metadata free text of a safetensors file; others have none
 */
public record TensorFile(Path path, Map<String, StoredTensor> tensors, Map<String, String> metadata) {

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
     * Reads a whole file. What it is is seen in its content, whatever its name.
     *
     * @throws WeightsException if it is missing, broken, cut short or of another format, or holds more than tensors
     */
    public static TensorFile read(Path path) throws WeightsException {
        if (!Files.isRegularFile(path)) {
            throw new WeightsException(path, "there is no such file. Please check the path.");
        }
        NamedTensors content = FormatDetector.of(path).read(path);
        return new TensorFile(path, content.tensors(), content.metadata());
    }

    /**
     * The same without what wrappers put before the names: {@code module.}, {@code _orig_mod.}, {@code model.},
     * {@code backbone.}, {@code net.} and {@code network.}, where all names begin with it.
     */
    public TensorFile withoutWrappers() {
        return new TensorFile(path, PrefixStripper.stripped(tensors), metadata);
    }

    /** The tensor of a name. */
    public StoredTensor tensor(String name) throws WeightsException {
        StoredTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new WeightsException(
                    path, "there is no tensor '" + name + "'; there are " + String.join(", ", tensors.keySet()));
        }
        return tensor;
    }

    /**
     * Writes the file: beside its place first, then moved there, so that a reader never sees half of it.
     *
     * @throws WeightsException if the format cannot hold it
     * @throws java.nio.file.NoSuchFileException if its folder is missing
     */
    public void write() throws IOException {
        WritableTensorFormat format = FormatDetector.writable(path);
        AtomicFile.write(path, beside -> format.write(new NamedTensors(tensors, metadata), beside));
    }
}
