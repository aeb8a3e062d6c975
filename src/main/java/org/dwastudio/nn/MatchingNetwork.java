package org.dwastudio.nn;

import ai.djl.ndarray.types.Shape;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.layout.LayoutMatcher;
import org.dwastudio.nn.layout.NameMapping;

/**
 * Network that is compared with the tensors of a file.
 *
 * @param network configuration of the network
 * @param fitting number of tensors with the same name and shape in both
 * @param all number of tensors in either
 * @param mapping where the file contains all tensors of the network, under these or other names; else empty
 */
public record MatchingNetwork(NetworkConfig network, int fitting, int all, Optional<NameMapping> mapping) {

    static MatchingNetwork of(NetworkConfig network, Map<String, Shape> needed, LayoutMatcher layout) {
        Map<String, Shape> stored = layout.tensors();
        Set<String> names = new HashSet<>(needed.keySet());
        names.addAll(stored.keySet());
        int fitting = (int) needed.entrySet().stream()
                .filter(tensor -> tensor.getValue().equals(stored.get(tensor.getKey())))
                .count();
        return new MatchingNetwork(network, fitting, names.size(), layout.match(needed));
    }

    /** Returns true if the network uses all tensors of the file, and the file has all of the network. */
    boolean isExact() {
        return mapping.filter(NameMapping::isComplete).isPresent();
    }

    /** Returns the number of tensors that the network would leave out; the largest number if it lacks some itself. */
    int leftOut() {
        return mapping.map(found -> found.extra().size()).orElse(Integer.MAX_VALUE);
    }

    /** Returns the number of tensors that do not match. */
    int mismatches() {
        return all - fitting;
    }
}
