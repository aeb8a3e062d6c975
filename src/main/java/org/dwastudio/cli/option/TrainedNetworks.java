package org.dwastudio.cli.option;

import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.nn.NetworkCatalog;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Check of the networks of an experiment at the start of a command, before anything is read or written. */
public final class TrainedNetworks {
    private TrainedNetworks() {}

    /**
     * Rejects an architecture that does not exist.
     *
     * @param block configuration block of the network
     * @throws ParameterException with the key, the value and the known architectures
     */
    public static void require(CommandSpec spec, String block, TrainedNetwork network) {
        new NetworkCatalog().problemWith(network.architecture()).ifPresent(problem -> {
            throw new ParameterException(spec.commandLine(), block + ".architecture: " + problem + ".");
        });
    }
}
