package org.dwastudio.stage.squeeze;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.nn.Network;
import org.dwastudio.train.optimizer.StochasticGradientDescent;
import org.dwastudio.weights.StoredTensor;

/**
 * All that a training needs to go on after an epoch as if it had never been interrupted; what is drawn at random depends
 * on seed and epoch alone, so no generator is kept.
 *
 * @param state all tensors of the network by name
 * @param velocities those of the optimiser, by the names of their weights
 * @param history the scores of the completed epochs
 * @param better the epoch whose weights do better than these, when there is one
 */
public record TrainingCheckpoint(
        Map<String, StoredTensor> state,
        Map<String, StoredTensor> velocities,
        List<EpochScores> history,
        Optional<BestEpoch> better) {
    public TrainingCheckpoint {
        history = List.copyOf(history);
    }

    static TrainingCheckpoint of(
            Network network,
            StochasticGradientDescent optimizer,
            List<EpochScores> history,
            Optional<BestEpoch> better) {
        return new TrainingCheckpoint(copied(network), optimizer.velocities(), history, better);
    }

    /** Epochs that were completed. */
    public int epochs() {
        return history.size();
    }

    /** Gives a network the weights of this checkpoint. */
    void restore(Network network, NDManager manager) {
        try (NDManager scope = manager.newSubManager()) {
            Map<String, NDArray> values = new LinkedHashMap<>();
            state.forEach((name, tensor) -> values.put(name, tensor.toNDArray(scope)));
            network.assign(values);
        }
    }

    static Map<String, StoredTensor> copied(Network network) {
        Map<String, StoredTensor> copies = new LinkedHashMap<>();
        network.state().forEach((name, tensor) -> copies.put(name, StoredTensor.of(tensor)));
        return copies;
    }
}
