package org.dwastudio.stage.squeeze;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.nn.Network;
import org.dwastudio.train.optimizer.Optimizer;
import org.dwastudio.weights.StoredTensor;

/**
 * State of a teacher's training after an epoch. A resumed training makes the same steps as an uninterrupted one. Random
 * numbers depend on seed and epoch only, so no generator is stored.
 *
 * @param state all tensors of the network by name
 * @param velocities of the optimizer, by the names of their weights
 * @param history scores of the completed epochs
 * @param better an epoch with more accurate weights, if there is one
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
            Network network, Optimizer optimizer, List<EpochScores> history, Optional<BestEpoch> better) {
        return new TrainingCheckpoint(StoredTensor.copiesOf(network.state()), optimizer.copyOfState(), history, better);
    }

    /** Returns the number of completed epochs. */
    public int epochs() {
        return history.size();
    }

    /** Assigns the weights of this checkpoint to a network. */
    void restore(Network network, NDManager manager) {
        restore(state, network, manager);
    }

    /** Gives a network other weights. */
    static void restore(Map<String, StoredTensor> state, Network network, NDManager manager) {
        try (NDManager scope = manager.newSubManager()) {
            network.assign(StoredTensor.toNDArrays(state, scope));
        }
    }
}
