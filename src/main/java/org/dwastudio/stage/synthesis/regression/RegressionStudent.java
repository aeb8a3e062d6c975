package org.dwastudio.stage.synthesis.regression;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.Map;
import java.util.TreeMap;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.train.optimizer.AdamW;
import org.dwastudio.weights.StoredTensor;

/**
 * A student that learns from the images while these are synthesised. It makes AdamW steps of a constant rate on the squared
 * difference between its logits and the teacher's.
 */
final class RegressionStudent implements AutoCloseable {
    private static final double LEARNING_RATE = 0.004;
    private static final double WEIGHT_DECAY = 0.01;

    private final NDManager manager;
    private final Network network;
    private final AdamW optimizer;

    /**
     * One with fresh weights.
     *
     * @param seed the same weights for the same seed
     * @param parent a manager of its own is opened below it
     */
    RegressionStudent(NetworkConfig kind, DataType type, long seed, NDManager parent) {
        manager = parent.newSubManager();
        network = new NetworkCatalog().build(kind, manager, type, seed);
        optimizer = new AdamW(network.parameters().values(), manager, WEIGHT_DECAY);
    }

    /** Penultimate features [N, F], as a test would have them: batch norms use their running statistics. */
    NDArray features(NDArray images) {
        return network.features(images);
    }

    /**
     * One step.
     *
     * @param images [N, C, H, W], normalised
     * @param answers the teacher's logits on them, [N, classes]
     */
    void learn(NDArray images, NDArray answers) {
        network.trackGradients(true);
        try (NDManager scope = images.getManager().newSubManager();
                GradientCollector collector = scope.getEngine().newGradientCollector()) {
            NDArray difference = network.trainingLogits(images).sub(answers);
            collector.backward(difference.mul(difference).mean());
        }
        optimizer.step(LEARNING_RATE);
        network.trackGradients(false);
    }

    /** Its weights and what its optimiser remembers, under names that begin with {@code name}. */
    void save(String name, Map<String, StoredTensor> tensors) {
        network.state().forEach((key, tensor) -> tensors.put(weightsOf(name) + key, StoredTensor.of(tensor)));
        optimizer.memory().forEach((key, tensor) -> tensors.put(memoryOf(name) + key, StoredTensor.of(tensor)));
    }

    /**
     * Goes on from what {@link #save} kept.
     *
     * @param steps it had made
     */
    void restore(String name, SynthesisCheckpoint from, int steps) {
        try (NDManager scope = manager.newSubManager()) {
            Map<String, NDArray> weights = new TreeMap<>();
            for (String key : network.state().keySet()) {
                weights.put(key, from.tensor(weightsOf(name) + key).toNDArray(scope));
            }
            network.assign(weights);
            optimizer
                    .memory()
                    .forEach((key, tensor) ->
                            tensor.intern(from.tensor(memoryOf(name) + key).toNDArray(scope)));
        }
        optimizer.goOnAfter(steps);
    }

    private static String weightsOf(String name) {
        return name + "/weights/";
    }

    private static String memoryOf(String name) {
        return name + "/memory/";
    }

    @Override
    public void close() {
        manager.close();
    }
}
