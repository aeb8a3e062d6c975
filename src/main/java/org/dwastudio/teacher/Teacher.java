package org.dwastudio.teacher;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorChecksum;
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

    /** Reads a teacher for a dataset, see {@link DatasetClasses#adapted}. */
    static Teacher adapted(String weights, TensorFile file, DatasetClasses classes, BareWeights.Loading loading)
            throws IOException {
        requireChecksum(file);
        FiniteValues.require(file);
        DatasetClasses.Adapted adapted = classes.adapted(weights, file, TeacherMetadata.of(file));
        TeacherMetadata metadata = adapted.metadata();
        return loaded(adapted.file(), metadata, loading);
    }

    private static Teacher loaded(TensorFile file, TeacherMetadata metadata, BareWeights.Loading loading)
            throws WeightsException {
        try {
            return new Teacher(
                    loading.catalog().load(metadata.network(), file, loading.manager(), loading.dataType()), metadata);
        } catch (IllegalArgumentException e) {
            throw new WeightsException(file.path(), Message.of("teacher.metadata", FailureCause.reason(e)), e);
        }
    }

    /** Teachers of the first version have no checksum. */
    private static void requireChecksum(TensorFile file) throws WeightsException {
        Map<String, String> text = new LinkedHashMap<>(file.metadata());
        String expected = text.remove(TeacherMetadataText.CHECKSUM);
        if (expected != null && !expected.equals(TensorChecksum.of(file.tensors(), text))) {
            throw WeightsException.damaged(file.path(), Message.of("weights.checksum"));
        }
    }

    static Teacher of(TensorFile file, NetworkCatalog catalog, NDManager manager, DataType dataType)
            throws WeightsException {
        TeacherMetadata metadata = TeacherMetadata.of(file);
        requireChecksum(file);
        FiniteValues.require(file);
        return loaded(file, metadata, new BareWeights.Loading(catalog, manager, dataType));
    }

    /** Writes a safetensors file with metadata and a checksum, atomically. */
    public void write(Path path) throws IOException {
        TensorFile file = TensorFile.of(path, network.state(), metadata.toText());
        Map<String, String> text = new LinkedHashMap<>(file.metadata());
        text.put(TeacherMetadataText.CHECKSUM, TensorChecksum.of(file.tensors(), file.metadata()));
        new TensorFile(path, file.tensors(), text).write();
    }

    @Override
    public void close() {
        network.close();
    }
}
