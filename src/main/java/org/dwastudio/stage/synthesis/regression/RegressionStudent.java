package org.dwastudio.stage.synthesis.regression;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import java.util.TreeMap;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.torch.Autograd;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.train.optimizer.AdamW;
import org.dwastudio.weights.StoredTensor;

/**
 * Student that is trained on the images during their synthesis. It makes AdamW steps with a constant rate on the squared
 * difference between its logits and the teacher's.
 */
final class RegressionStudent implements AutoCloseable {
    private static final double LEARNING_RATE = 0.004;
    private static final double WEIGHT_DECAY = 0.01;

    private final NDManager manager;
    private final Network network;
    private final AdamW optimizer;

    /**
     * Creates a student with random weights.
     *
     * @param seed equal seeds give equal weights
     * @param parent parent of the manager that is opened for this student
     */
    RegressionStudent(NetworkConfig kind, DataType type, long seed, NDManager parent) {
        manager = parent.newSubManager();
        network = new NetworkCatalog().build(kind, manager, type, seed);
        optimizer = new AdamW(network.parameters().values(), manager, WEIGHT_DECAY);
    }

    /** Returns the penultimate features [N, F]; batch norms use their running statistics, as in a test. */
    NDArray features(NDArray images) {
        return network.features(images);
    }

    /**
     * Makes one step.
     *
     * @param images [N, C, H, W], normalized
     * @param answers the teacher's logits of the images, [N, classes]
     */
    void learn(NDArray images, NDArray answers) {
        network.trackGradients(true);
        try (Autograd autograd = Autograd.begin()) {
            NDArray difference = network.trainingLogits(images).sub(answers);
            autograd.backward(difference.mul(difference).mean());
        }
        optimizer.step(LEARNING_RATE);
        network.trackGradients(false);
    }

    /** Stores weights and optimizer state under names that begin with {@code name}. */
    void save(String name, Map<String, StoredTensor> tensors) {
        network.state().forEach((key, tensor) -> tensors.put(weightsOf(name) + key, StoredTensor.of(tensor)));
        optimizer.copyOfState().forEach((key, tensor) -> tensors.put(memoryOf(name) + key, tensor));
    }

    /**
     * Resumes from the state that {@link #save} stored.
     *
     * @param steps number of steps made before
     */
    void restore(String name, SynthesisCheckpoint from, int steps) {
        try (NDManager scope = manager.newSubManager()) {
            Map<String, NDArray> weights = new TreeMap<>();
            for (String key : network.state().keySet()) {
                weights.put(key, from.tensor(weightsOf(name) + key).toNDArray(scope));
            }
            network.assign(weights);
        }
        Map<String, StoredTensor> memory = new TreeMap<>();
        optimizer.state().keySet().forEach(key -> memory.put(key, from.tensor(memoryOf(name) + key)));
        optimizer.resume(memory, steps);
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
