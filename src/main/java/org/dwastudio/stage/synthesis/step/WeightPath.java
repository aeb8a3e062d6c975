package org.dwastudio.stage.synthesis.step;

import org.dwastudio.nn.Network;

/** Path along which the weights of a teacher are moved. */
@FunctionalInterface
interface WeightPath {
    /**
     * Moves the weights of a network.
     *
     * @param network a copy of the unadjusted teacher
     * @param rho length of the path, above 0
     * @return whether the path kept to its direction
     */
    boolean move(Network network, double rho);
}
