package org.dwastudio.nn;

import ai.djl.ndarray.types.Shape;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dwastudio.config.network.NetworkConfig;

/**
 * Network that is compared with the tensors of a file.
 *
 * @param network configuration of the network
 * @param fitting number of tensors with the same name and shape in both
 * @param all number of tensors in either
 */
record MatchingNetwork(NetworkConfig network, int fitting, int all) {

    static MatchingNetwork of(NetworkConfig network, Map<String, Shape> needed, Map<String, Shape> stored) {
        Set<String> names = new HashSet<>(needed.keySet());
        names.addAll(stored.keySet());
        int fitting = (int) needed.entrySet().stream()
                .filter(tensor -> tensor.getValue().equals(stored.get(tensor.getKey())))
                .count();
        return new MatchingNetwork(network, fitting, names.size());
    }

    boolean isExact() {
        return fitting == all;
    }

    /** Returns the number of tensors that do not match. */
    int mismatches() {
        return all - fitting;
    }
}
