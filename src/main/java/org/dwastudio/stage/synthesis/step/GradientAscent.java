package org.dwastudio.stage.synthesis.step;

import ai.djl.ndarray.NDManager;
import java.util.Optional;
import org.dwastudio.nn.Network;

/**
 * Ascent up the gradient of the cross-entropy in K steps (equation 8 of the paper), in the part of the space that is
 * orthogonal to a basis. A step without an orthogonal gradient follows the gradient itself.
 *
 * @param start images of the cross-entropy
 * @param steps K
 * @param earlier basis of the displacements of earlier columns
 */
record GradientAscent(AugmentedStart start, int steps, OrthonormalBasis earlier) implements WeightPath {
    @Override
    public boolean move(Network network, double rho) {
        boolean orthogonal = true;
        for (int step = 0; step < steps; step++) {
            network.trackGradients(true);
            try (NDManager scope = start.scope()) {
                start.collectGradients(network);
                WeightVector gradient = new WeightVector(network.gradients(scope));
                Optional<WeightVector> along = earlier.remainder(gradient, scope);
                orthogonal &= along.isPresent() || gradient.norm() == 0;
                along.orElse(gradient).move(network, rho / steps);
            }
        }
        network.trackGradients(false);
        return orthogonal;
    }
}
