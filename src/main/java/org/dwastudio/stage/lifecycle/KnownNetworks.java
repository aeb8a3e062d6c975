package org.dwastudio.stage.lifecycle;

import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;

/** Check of a network that a stage will train, before anything is read or written. */
public final class KnownNetworks {
    private KnownNetworks() {}

    /**
     * Rejects an architecture that does not exist.
     *
     * @param block configuration block of the network
     * @throws IllegalArgumentException with the key, the value and the known architectures
     */
    public static void require(String block, TrainedNetwork network, NetworkCatalog networks) {
        networks.problemWith(network.architecture()).ifPresent(problem -> {
            throw new DescribedArgumentException(
                    Message.of("setting.problem", block + ".network.architecture", problem));
        });
    }
}
