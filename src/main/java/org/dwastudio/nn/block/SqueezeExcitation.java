package org.dwastudio.nn.block;

import ai.djl.ndarray.NDArray;
import org.dwastudio.nn.layer.NetworkBlock;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.layer.PointwiseLinear;
import org.dwastudio.nn.layer.Scope;
import org.dwastudio.nn.operator.Operators;

/**
 * Squeeze-and-excitation block, which scales each channel by a factor computed from all channel means (Hu et al., arXiv
 * 1709.01507), with SiLU inside.
 */
final class SqueezeExcitation extends NetworkBlock {
    private final PointwiseLinear squeeze;
    private final PointwiseLinear excitation;

    SqueezeExcitation(Scope scope, int channels, int squeezed) {
        squeeze = addChildBlock("fc1", new PointwiseLinear(scope.child("fc1"), channels, squeezed));
        excitation = addChildBlock("fc2", new PointwiseLinear(scope.child("fc2"), squeezed, channels));
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        Operators operators = pass.operators();
        try (NDArray average = operators.globalAverage(input);
                NDArray squeezed = squeeze.forward(average, pass);
                NDArray activated = operators.silu(squeezed);
                NDArray control = excitation.forward(activated, pass)) {
            return operators.gate(input, control);
        }
    }
}
