package org.dwastudio.network;

import org.dwastudio.config.NetworkConfig;

/** Builds the blocks of a network, in torchvision's module order. */
@FunctionalInterface
interface Architecture {
    Classifier build(NetworkConfig config, Scope scope);
}
