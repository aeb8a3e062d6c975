package org.dwastudio.network;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.config.NetworkConfig;

/** The known architectures by name. */
public final class NetworkCatalog {
    // Halved three times, by pooling or strides, an image keeps one pixel.
    private static final int SMALLEST_IMAGE = 8;

    private final Operators operators;
    private final Map<String, Architecture> architectures = new LinkedHashMap<>();

    /** A catalogue whose networks compute with the given operators. */
    public NetworkCatalog(Operators operators) {
        this.operators = operators;
        architectures.put("convnet", (config, scope) -> new ConvNet(config, scope, 3));
        architectures.put("resnet18", resnet(ResidualKind.BASIC, 2, 2, 2, 2));
        architectures.put("resnet50", resnet(ResidualKind.BOTTLENECK, 3, 4, 6, 3));
        architectures.put("resnet-bottleneck-1111", resnet(ResidualKind.BOTTLENECK, 1, 1, 1, 1));
    }

    /** A catalogue whose networks compute with DJL's own operators. */
    public NetworkCatalog() {
        this(new PlainOperators());
    }

    /** The names that {@link NetworkConfig#architecture()} may have. */
    public List<String> names() {
        return List.copyOf(architectures.keySet());
    }

    /** What users can choose from, in the order in which to offer it. */
    public List<ArchitectureFacts> offered() {
        return List.of(
                new ArchitectureFacts("convnet", 128, java.util.Set.of(NetworkConfig.Stem.SMALL), true),
                new ArchitectureFacts("resnet18", 64, java.util.Set.of(NetworkConfig.Stem.values()), true));
    }

    /**
     * A network with fresh weights: Kaiming normal with fan-out for residual networks, PyTorch's defaults otherwise.
     *
     * @param manager decides the device; closing it closes the network
     * @param dataType {@link DataType#FLOAT32} or {@link DataType#FLOAT64}
     * @param seed the same weights for the same seed
     * @throws IllegalArgumentException if the architecture is unknown or the configuration cannot be built
     */
    public Network build(NetworkConfig config, NDManager manager, DataType dataType, long seed) {
        NDManager own = manager.newSubManager();
        return new Network(config, architecture(config), operators, own, new RandomTensors(own, dataType, seed));
    }

    /**
     * A network with the weights of a file.
     *
     * @throws WeightsException if a tensor is missing, unexpected or of another shape
     * @throws IllegalArgumentException if the architecture is unknown or the configuration cannot be built
     */
    public Network load(NetworkConfig config, TensorFile file, NDManager manager, DataType dataType)
            throws WeightsException {
        Architecture architecture = architecture(config);
        NDManager own = manager.newSubManager();
        StoredTensors stored = new StoredTensors(own, dataType, file);
        Network network = new Network(config, architecture, operators, own, stored);
        try {
            stored.verify();
        } catch (WeightsException e) {
            network.close();
            throw e;
        }
        return network;
    }

    private Architecture architecture(NetworkConfig config) {
        Architecture architecture = architectures.get(config.architecture());
        if (architecture == null) {
            throw new IllegalArgumentException("unknown architecture '" + config.architecture() + "'; known are "
                    + String.join(", ", architectures.keySet()));
        }
        require(config, "width", config.width(), 1);
        require(config, "classes", config.classes(), 1);
        require(config, "image size", config.imageSize(), SMALLEST_IMAGE);
        if (config.channels() != 1 && config.channels() != 3) {
            throw new IllegalArgumentException(
                    config.architecture() + ": channels must be 1 or 3, not " + config.channels());
        }
        return architecture;
    }

    private static void require(NetworkConfig config, String what, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    config.architecture() + ": " + what + " must be at least " + least + ", not " + value);
        }
    }

    private static Architecture resnet(ResidualKind kind, Integer... blocks) {
        List<Integer> counts = List.of(blocks);
        return (config, scope) -> new ResNet(config, scope, kind, counts);
    }
}
