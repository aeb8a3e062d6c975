package org.dwastudio.teacher;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.nn.ArchitectureMatcher;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;

/**
 * Weights of any format that say nothing but their values.
 *
 * @param file the tensors, without what wrappers put before their names
 */
public record BareWeights(TensorFile file) {

    /**
     * Reads them.
     *
     * @throws WeightsException if the file is missing or broken, or holds more than tensors
     */
    public static BareWeights read(Path path) throws WeightsException {
        return new BareWeights(TensorFile.read(path).withoutWrappers());
    }

    /**
     * A teacher of them, its accuracy unknown (NaN).
     *
     * @param network which network they belong to; channels, classes and image size are those of the images. Empty
     *     takes the architecture that fits
     * @param origin the images that they were trained on
     * @param manager decides the device; closing it closes the teacher
     * @param dataType {@link DataType#FLOAT32} or {@link DataType#FLOAT64}
     * @throws WeightsException if they do not fit, with what fits
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
        // Loading the nearest one says which tensors do not fit.
        return fitting.nearest(file, imageSize)
                .orElseThrow(() -> new WeightsException(file.path(), fitting.describeUnmatched(file)));
    }
}
