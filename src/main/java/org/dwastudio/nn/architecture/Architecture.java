package org.dwastudio.nn.architecture;

import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.nn.layer.Scope;

/** Builder of a network's blocks, in torchvision's module order. */
@FunctionalInterface
public interface Architecture {
    Classifier build(NetworkConfig config, Scope scope);
}
