package org.dwastudio.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.architecture.Architecture;
import org.dwastudio.nn.architecture.Classifier;
import org.dwastudio.nn.layer.BatchNorm;
import org.dwastudio.nn.layer.BatchNormTap;
import org.dwastudio.nn.layer.DropoutPolicy;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.layer.Scope;
import org.dwastudio.nn.layer.TensorSource;
import org.dwastudio.nn.operator.ChannelStatistics;
import org.dwastudio.nn.operator.MemoryLayout;
import org.dwastudio.nn.operator.PlainOperators;

/**
 * Classifier with its weights. Images are [N, channels, size, size], normalized, in the network's data type; results
 * belong to the manager of the images. A new network carries no gradients.
 */
public final class Network implements AutoCloseable {
    private final NetworkConfig config;
    private final Architecture architecture;
    private final PlainOperators operators;
    private final NDManager manager;
    private final Classifier classifier;
    private final Map<String, Parameter> tensors;
    private final List<BatchNorm> batchNorms;

    Network(
            NetworkConfig config,
            Architecture architecture,
            PlainOperators operators,
            NDManager own,
            TensorSource source) {
        this.config = config;
        this.architecture = architecture;
        this.operators = operators;
        this.manager = own;
        Scope scope = Scope.root(source);
        this.classifier = architecture.build(config, scope);
        this.tensors = scope.tensors();
        this.batchNorms = List.copyOf(scope.batchNorms());
    }

    /** Returns the configuration that this network was built from. */
    public NetworkConfig config() {
        return config;
    }

    /** Returns the data type of the weights, which is also that of the images. */
    public DataType dataType() {
        return tensors.values().iterator().next().getArray().getDataType();
    }

    /** Returns the logits [N, classes]; batch norms use their running statistics. */
    public NDArray logits(NDArray images) {
        return run(images, Pass.inference(operators));
    }

    /** Returns the penultimate features [N, F]; batch norms use their running statistics. */
    public NDArray features(NDArray images) {
        return features(images, Pass.inference(operators));
    }

    /** Returns the penultimate features [N, F] of a pass. */
    public NDArray features(NDArray images, Pass pass) {
        return classifier.features(checked(images), pass);
    }

    /** Checks the images and runs the blocks once. */
    public NDArray run(NDArray images, Pass pass) {
        return classifier.forward(checked(images), pass);
    }

    /** Returns the batch norms in module order. */
    public List<BatchNorm> batchNorms() {
        return batchNorms;
    }

    /** Returns logits, features and the statistics of every batch norm's input, from one pass. */
    public TappedLogits tapped(NDArray images) {
        BatchNormTap.Statistics tap = new BatchNormTap.Statistics(operators);
        Pass pass = Pass.tapped(operators, tap);
        NDArray features = classifier.features(checked(images), pass);
        return new TappedLogits(classifier.head().forward(features, pass), features, tap.of(batchNorms));
    }

    /**
     * Returns the logits [N, classes] in training mode: batch norms use the batch statistics and move their running
     * statistics toward them with momentum 0.1 and the unbiased variance. Dropout is off.
     */
    public NDArray trainingLogits(NDArray images) {
        return run(images, Pass.training(DropoutPolicy.NOTHING));
    }

    /**
     * Returns the logits as {@link #trainingLogits(NDArray)} does, with the architecture's own dropout and stochastic
     * depth.
     *
     * @param random source of the dropout masks, which are drawn in Java: the same generator in the same state gives
     *     the same masks. Architectures without dropout draw nothing
     */
    public NDArray trainingLogits(NDArray images, RandomGenerator random) {
        return run(images, Pass.training(DropoutPolicy.drawnFrom(random)));
    }

    /**
     * Returns the running mean and variance of every batch norm, in module order. These are the network's own tensors
     * and must not be closed.
     */
    public List<ChannelStatistics> runningStatistics() {
        return batchNorms.stream().map(BatchNorm::runningStatistics).toList();
    }

    /**
     * Returns the trainable tensors under torchvision's names, in module order. These are the network's own tensors and
     * must not be closed.
     */
    public Map<String, NDArray> parameters() {
        return select(Network::isTrainable);
    }

    /** Returns the trainable tensors and the running statistics. Otherwise like {@link #parameters()}. */
    public Map<String, NDArray> state() {
        return select(parameter -> true);
    }

    /**
     * Enables or disables gradients of the parameters. A pass with frozen parameters neither computes weight gradients
     * nor keeps anything for them. Existing gradients are discarded in both cases.
     */
    public void trackGradients(boolean tracked) {
        for (NDArray parameter : parameters().values()) {
            dropGradient(parameter);
            parameter.setRequiresGradient(tracked);
        }
    }

    /**
     * Returns the gradients collected since tracking began, under the names of {@link #parameters()}. The next backward
     * pass adds to these same tensors: use them before it.
     *
     * @param target manager of the returned tensors; otherwise every access to a gradient would stay with the weights
     * @throws IllegalStateException if the parameters are frozen
     */
    public Map<String, NDArray> gradients(NDManager target) {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        parameters().forEach((name, parameter) -> {
            NDArray gradient = parameter.getGradient();
            gradient.attach(target);
            gradients.put(name, gradient);
        });
        return gradients;
    }

    /** Clears the collected gradients; otherwise the next backward pass adds to them. */
    public void clearGradients() {
        trackGradients(parameters().values().iterator().next().hasGradient());
    }

    /**
     * Overwrites tensors in place.
     *
     * @param values some or all of {@link #state()}, with the same shapes, in any data type
     * @throws IllegalArgumentException if a name is unknown or a shape differs; nothing is changed then
     */
    public void assign(Map<String, NDArray> values) {
        values.forEach(this::checkAssignable);
        values.forEach((name, value) -> {
            NDArray target = Objects.requireNonNull(tensors.get(name)).getArray();
            boolean tracked = target.hasGradient();
            try (NDArray here = value.toDevice(manager.getDevice(), true)) {
                target.intern(MemoryLayout.forNetwork(here, target.getDataType()));
            }
            target.setRequiresGradient(tracked);
        });
    }

    /**
     * Returns a copy of this network with its own weights and no gradients.
     *
     * @param target manager that sets the device; closing it closes the copy
     */
    public Network copy(NDManager target) {
        NDManager own = target.newSubManager();
        return new Network(config, architecture, operators, own, new CopiedTensors(own, state()));
    }

    @Override
    public void close() {
        manager.close();
    }

    private Map<String, NDArray> select(Predicate<Parameter> wanted) {
        Map<String, NDArray> selected = new LinkedHashMap<>();
        tensors.forEach((name, parameter) -> {
            if (wanted.test(parameter)) {
                selected.put(name, parameter.getArray());
            }
        });
        return Collections.unmodifiableMap(selected);
    }

    private static boolean isTrainable(Parameter parameter) {
        return parameter.getType() != Parameter.Type.RUNNING_MEAN && parameter.getType() != Parameter.Type.RUNNING_VAR;
    }

    /**
     * Replaces a tensor by one without gradient. A tensor cannot lose its gradient, but a new tensor over the same
     * memory has none.
     */
    private static void dropGradient(NDArray parameter) {
        parameter.intern(parameter.stopGradient());
    }

    private void checkAssignable(String name, NDArray value) {
        Parameter parameter = tensors.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException(config.architecture() + " has no tensor '" + name + "'");
        }
        Shape expected = parameter.getArray().getShape();
        if (!expected.equals(value.getShape())) {
            throw new IllegalArgumentException("tensor '" + name + "' has shape " + expected
                    + " and cannot take values of shape " + value.getShape());
        }
    }

    private NDArray checked(NDArray images) {
        int size = config.imageSize();
        Shape shape = images.getShape();
        if (shape.dimension() != 4 || !shape.slice(1).equals(new Shape(config.channels(), size, size))) {
            throw new IllegalArgumentException(
                    "images must be [N, " + config.channels() + ", " + size + ", " + size + "], not " + shape);
        }
        if (images.getDataType() != dataType()) {
            throw new IllegalArgumentException(
                    "images are " + images.getDataType() + " but the network computes in " + dataType());
        }
        return images;
    }
}
