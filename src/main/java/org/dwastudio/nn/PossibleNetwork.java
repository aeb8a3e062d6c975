package org.dwastudio.nn;

import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.layout.NameMapping;

/**
 * Network that the tensors of a file may belong to.
 *
 * @param network configuration of the network
 * @param mapping names of its tensors in the file
 */
public record PossibleNetwork(NetworkConfig network, NameMapping mapping) {}
