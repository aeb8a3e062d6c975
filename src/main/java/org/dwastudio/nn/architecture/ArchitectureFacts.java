package org.dwastudio.nn.architecture;

import java.util.Set;
import org.dwastudio.config.network.NetworkConfig.Stem;

/**
 * Facts about an architecture that are known without building it.
 *
 * @param key name in the catalog, in configurations and files, for example {@code resnet18}
 * @param fullWidth {@code width} of the published network, for example 64
 * @param stems stems it can be built with
 * @param batchNorms true if it has batch norms, which the synthesis aligns
 */
public record ArchitectureFacts(String key, int fullWidth, Set<Stem> stems, boolean batchNorms) {
    public ArchitectureFacts {
        stems = Set.copyOf(stems);
    }
}
