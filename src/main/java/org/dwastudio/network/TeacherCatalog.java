package org.dwastudio.network;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.dwastudio.config.Source;
import org.dwastudio.config.TeacherConfig;

/** Finds teachers: the bundled one, or a safetensors file with metadata. */
public final class TeacherCatalog {
    private static final String BUNDLED_FILE = "/assets/teachers/resnet18-w16-fashion-mnist.safetensors";

    private final NetworkCatalog networks;

    public TeacherCatalog(NetworkCatalog networks) {
        this.networks = networks;
    }

    /**
     * Reads a teacher.
     *
     * @param config which one; a relative path counts from the working folder
     * @param manager decides the device; closing it closes the teacher
     * @param dataType {@link DataType#FLOAT32} or {@link DataType#FLOAT64}
     * @throws WeightsException when the file is missing or broken, does not say what it is, or its tensors do not fit
     * @throws IOException when it cannot be read
     */
    public Teacher load(TeacherConfig config, NDManager manager, DataType dataType) throws IOException {
        String weights = config.weights();
        if (weights.equals(TeacherConfig.BUNDLED)) {
            return bundled(manager, dataType);
        }
        if (Source.isBundled(weights)) {
            throw new IOException("There is no teacher " + weights + ". Please use " + TeacherConfig.BUNDLED
                    + " or the path of a safetensors file.");
        }
        try {
            return Teacher.read(Path.of(weights), networks, manager, dataType);
        } catch (InvalidPathException e) {
            throw new IOException(weights + " is not a path. Please give the path of a safetensors file.", e);
        }
    }

    private Teacher bundled(NDManager manager, DataType dataType) throws IOException {
        Path copy = Files.createTempFile("teacher", ".safetensors");
        try (InputStream packed = Objects.requireNonNull(TeacherCatalog.class.getResourceAsStream(BUNDLED_FILE))) {
            Files.copy(packed, copy, StandardCopyOption.REPLACE_EXISTING);
            return Teacher.read(copy, networks, manager, dataType);
        } finally {
            Files.delete(copy);
        }
    }
}
