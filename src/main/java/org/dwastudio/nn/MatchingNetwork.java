package org.dwastudio.nn;

import ai.djl.ndarray.types.Shape;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.dwastudio.config.NetworkConfig;

/**
 * How well the tensors of a file fit a network.
 *
 * @param network which
 * @param fitting tensors of the same name and shape in both
 * @param all tensors of either
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

    /** How many do not fit. */
    int strangers() {
        return all - fitting;
    }
}
