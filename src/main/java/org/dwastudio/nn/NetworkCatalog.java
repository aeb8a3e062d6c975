package org.dwastudio.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.architecture.Architecture;
import org.dwastudio.nn.architecture.ArchitectureFacts;
import org.dwastudio.nn.architecture.ArchitectureSpec;
import org.dwastudio.nn.architecture.KnownArchitectures;
import org.dwastudio.nn.layer.Scope;
import org.dwastudio.nn.operator.PlainOperators;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.file.TensorFile;

/** Catalog of the known architectures by name. */
public final class NetworkCatalog {
    private final PlainOperators operators;
    private final Map<String, ArchitectureSpec> entries;

    /** Creates a catalog whose networks compute with the given operators. */
    public NetworkCatalog(PlainOperators operators) {
        this.operators = operators;
        this.entries = KnownArchitectures.all();
    }

    /** Creates a catalog whose networks compute with DJL's own operators. */
    public NetworkCatalog() {
        this(new PlainOperators());
    }

    /** Returns the valid values of {@link NetworkConfig#architecture()}. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** Describes what is wrong with the name of an architecture; empty if it is known. */
    public Optional<Message> problemWith(String architecture) {
        return entries.containsKey(architecture)
                ? Optional.empty()
                : Optional.of(Message.of(
                        "network.unknown", PrintableText.name(architecture), String.join(", ", entries.keySet())));
    }

    /** Returns the architectures that users can choose from, in display order. */
    public List<ArchitectureFacts> offered() {
        return KnownArchitectures.OFFERED.stream()
                .map(key -> Objects.requireNonNull(entries.get(key)).facts(key))
                .toList();
    }

    /**
     * Returns names and shapes of all tensors of a network, in module order, without building it.
     *
     * @param manager manager of a scalar that is closed before the method returns
     * @throws IllegalArgumentException if the architecture is unknown or the configuration is invalid
     */
    public Map<String, Shape> shapes(NetworkConfig config, NDManager manager) {
        try (NDArray placeholder = manager.create(0f)) {
            ShapeInference shapes = new ShapeInference(placeholder);
            architecture(config).build(config, Scope.root(shapes));
            return shapes.seen();
        }
    }

    /**
     * Builds a network with fresh weights from torchvision's distributions for the architecture; ConvNets have
     * PyTorch's defaults.
     *
     * @param manager manager that sets the device; closing it closes the network
     * @param dataType {@link DataType#FLOAT32} or {@link DataType#FLOAT64}
     * @param seed seed of the weights; equal seeds give equal weights
     * @throws IllegalArgumentException if the architecture is unknown or the configuration is invalid
     */
    public Network build(NetworkConfig config, NDManager manager, DataType dataType, long seed) {
        NDManager own = manager.newSubManager();
        return new Network(config, architecture(config), operators, own, new RandomTensors(own, dataType, seed));
    }

    /**
     * Builds a network with the weights of a file.
     *
     * @throws WeightsException if a tensor is missing, unexpected or of another shape
     * @throws IllegalArgumentException if the architecture is unknown or the configuration is invalid
     */
    public Network load(NetworkConfig config, TensorFile file, NDManager manager, DataType dataType)
            throws WeightsException {
        Architecture architecture = architecture(config);
        ArchitectureMatcher fitting = new ArchitectureMatcher(this, manager);
        // Before memory is allocated: a file may state a width of millions.
        StoredTensors.verify(file, shapes(config, manager), () -> fitting.advice(file, config));
        NDManager own = manager.newSubManager();
        return new Network(config, architecture, operators, own, new StoredTensors(own, dataType, file));
    }

    private Architecture architecture(NetworkConfig config) {
        ArchitectureSpec entry = entries.get(config.architecture());
        if (entry == null) {
            throw new DescribedArgumentException(
                    problemWith(config.architecture()).orElseGet(() -> Message.literal(config.architecture())));
        }
        entry.check(config);
        return entry.architecture();
    }
}
