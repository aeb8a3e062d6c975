package org.dwastudio.teacher;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;

/**
 * Trained network with its metadata.
 *
 * @param network network whose weights carry no gradients
 * @param metadata metadata of its file
 */
public record Teacher(Network network, TeacherMetadata metadata) implements AutoCloseable {

    /**
     * Reads a safetensors file with metadata.
     *
     * @throws WeightsException if the file is broken, lacks metadata, or its tensors do not match them
     */
    public static Teacher read(Path path, NetworkCatalog catalog, NDManager manager, DataType dataType)
            throws WeightsException {
        return of(TensorFile.read(path), catalog, manager, dataType);
    }

    static Teacher of(TensorFile file, NetworkCatalog catalog, NDManager manager, DataType dataType)
            throws WeightsException {
        TeacherMetadata metadata = TeacherMetadata.of(file);
        return new Teacher(catalog.load(metadata.network(), file, manager, dataType), metadata);
    }

    /** Writes a safetensors file with metadata, atomically. */
    public void write(Path path) throws IOException {
        TensorFile.of(path, network.state(), metadata.toText()).write();
    }

    @Override
    public void close() {
        network.close();
    }
}
