package org.dwastudio.teacher;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import org.dwastudio.config.Source;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;
import org.dwastudio.weights.file.WeightsFile;

/**
 * Catalog of teachers: the bundled one, a safetensors file with metadata, or weights of any format with known training
 * images.
 */
public final class TeacherCatalog {
    private static final String BUNDLED_FILE = "/assets/teachers/resnet18-w16-fashion-mnist.safetensors";

    private final NetworkCatalog networks;

    public TeacherCatalog(NetworkCatalog networks) {
        this.networks = networks;
    }

    /** Source of the training images of weights without metadata. */
    @FunctionalInterface
    public interface OriginSource {
        /** Returns the training images, or throws with a message that states the action to take. */
        TeacherOrigin find() throws IOException;
    }

    /**
     * Reads a teacher for a dataset: one of the same classes in another order gets the order of the dataset.
     *
     * @param classes classes of the dataset
     * @throws OtherClassesException if the teacher's classes are others and that is not confirmed
     * @throws IOException as {@link #load(TeacherConfig, OriginSource, NDManager, DataType)}
     */
    public Teacher load(
            TeacherConfig config, OriginSource origin, DatasetClasses classes, NDManager manager, DataType dataType)
            throws IOException {
        BareWeights.Loading loading = new BareWeights.Loading(networks, manager, dataType);
        String weights = config.weights();
        if (weights.equals(TeacherConfig.BUNDLED)) {
            return bundled(copy -> Teacher.adapted(weights, TensorFile.read(copy), classes, loading));
        }
        Optional<WeightsFile> file = file(weights);
        return file.isPresent() && TeacherMetadata.isIn(file.get().metadata())
                ? Teacher.adapted(weights, file.get().groups().get(0), classes, loading)
                : load(config, origin, manager, dataType);
    }

    /** Returns the content of a weights file; empty if the text names none, which {@code load} reports. */
    private static Optional<WeightsFile> file(String weights) throws IOException {
        try {
            return Source.isBundled(weights) ? Optional.empty() : Optional.of(WeightsFile.read(Path.of(weights)));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a teacher.
     *
     * @param config teacher to read; a relative path is resolved against the working folder
     * @param origin source that is asked if the file has no metadata
     * @param manager manager that sets the device; closing it closes the teacher
     * @param dataType {@link DataType#FLOAT32} or {@link DataType#FLOAT64}
     * @throws WeightsException if the file is missing or broken, or its tensors do not match
     * @throws IOException if the file cannot be read
     */
    public Teacher load(TeacherConfig config, OriginSource origin, NDManager manager, DataType dataType)
            throws IOException {
        String weights = config.weights();
        if (weights.equals(TeacherConfig.BUNDLED)) {
            return bundled(copy -> Teacher.read(copy, networks, manager, dataType));
        }
        if (Source.isBundled(weights)) {
            throw WeightsException.noneBundled(weights, TeacherConfig.BUNDLED);
        }
        try {
            WeightsFile file = WeightsFile.read(Path.of(weights));
            if (TeacherMetadata.isIn(file.metadata())) {
                return Teacher.of(file.groups().get(0), networks, manager, dataType);
            }
            return new BareWeights(file).teacher(config.network(), origin.find(), networks, manager, dataType);
        } catch (InvalidPathException e) {
            throw new DescribedIOException(Message.of("teacher.noPath", weights), e);
        }
    }

    private interface Reading {
        Teacher of(Path copy) throws IOException;
    }

    private static Teacher bundled(Reading reading) throws IOException {
        Path copy = Files.createTempFile("teacher", ".safetensors");
        try (InputStream packed = Objects.requireNonNull(TeacherCatalog.class.getResourceAsStream(BUNDLED_FILE))) {
            Files.copy(packed, copy, StandardCopyOption.REPLACE_EXISTING);
            return reading.of(copy);
        } finally {
            Files.delete(copy);
        }
    }
}
