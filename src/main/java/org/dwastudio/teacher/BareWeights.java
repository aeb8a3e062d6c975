package org.dwastudio.teacher;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.ArchitectureMatcher;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;

/**
 * Weights of any format without metadata.
 *
 * @param file tensors, without the prefixes of wrappers in their names
 */
public record BareWeights(TensorFile file) {

    /**
     * Reads weights.
     *
     * @throws WeightsException if the file is missing or broken, or holds more than tensors
     */
    public static BareWeights read(Path path) throws WeightsException {
        return new BareWeights(TensorFile.read(path).withoutWrappers());
    }

    /**
     * Creates a teacher with unknown accuracy (NaN).
     *
     * @param network network that the weights belong to; channels, classes and image size are those of the images.
     *     Empty for the architecture that matches
     * @param origin images that the weights were trained on
     * @param manager manager that sets the device; closing it closes the teacher
     * @param dataType {@link DataType#FLOAT32} or {@link DataType#FLOAT64}
     * @throws WeightsException if the weights do not match, with the networks that do
     */
    public Teacher teacher(
            Optional<NetworkConfig> network,
            TeacherOrigin origin,
            NetworkCatalog catalog,
            NDManager manager,
            DataType dataType)
            throws WeightsException {
        NetworkConfig kind = network.isPresent() ? network.get() : detected(origin, catalog, manager);
        Network loaded = catalog.load(origin.fitted(kind), file, manager, dataType);
        TeacherMetadata metadata = new TeacherMetadata(
                loaded.config(),
                origin.dataset(),
                origin.classNames(),
                origin.normalization().mean(),
                origin.normalization().std(),
                Double.NaN,
                Map.of());
        return new Teacher(loaded, metadata);
    }

    private NetworkConfig detected(TeacherOrigin origin, NetworkCatalog catalog, NDManager manager)
            throws WeightsException {
        ArchitectureMatcher fitting = new ArchitectureMatcher(catalog, manager);
        OptionalInt imageSize = OptionalInt.of(origin.imageSize());
        List<NetworkConfig> exact = fitting.of(file, imageSize);
        if (!exact.isEmpty()) {
            return exact.get(0);
        }
        // Loading the nearest network reports the tensors that do not match.
        return fitting.nearest(file, imageSize)
                .orElseThrow(() -> new WeightsException(file.path(), fitting.describeUnmatched(file)));
    }
}
