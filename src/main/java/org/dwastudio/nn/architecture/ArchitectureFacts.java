package org.dwastudio.nn.architecture;

import java.util.Set;
import org.dwastudio.config.NetworkConfig.Stem;

/**
 * What can be said of an architecture without building it.
 *
 * @param key its name in the catalogue, in configurations and files, for example {@code resnet18}
 * @param fullWidth the {@code width} of the published network, for example 64
 * @param stems the stems it can be built with
 * @param batchNorms whether it has batch norms, which the synthesis aligns
 */
public record ArchitectureFacts(String key, int fullWidth, Set<Stem> stems, boolean batchNorms) {
    public ArchitectureFacts {
        stems = Set.copyOf(stems);
    }
}
