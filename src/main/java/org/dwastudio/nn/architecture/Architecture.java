package org.dwastudio.nn.architecture;

import org.dwastudio.config.NetworkConfig;
import org.dwastudio.nn.layer.Scope;

/** Builds the blocks of a network, in torchvision's module order. */
@FunctionalInterface
public interface Architecture {
    Classifier build(NetworkConfig config, Scope scope);
}
