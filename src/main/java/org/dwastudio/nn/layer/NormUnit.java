package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import org.dwastudio.nn.operator.Nonlinearity;
import org.dwastudio.nn.operator.PlainOperators;

/** Batch norm and max(0, ·) before a convolution, on the sum of a residual connection. */
public final class NormUnit extends NetworkBlock {
    private final BatchNorm norm;

    public NormUnit(Scope scope, int channels) {
        norm = addChildBlock("norm", new BatchNorm(scope, channels));
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        if (pass.training()) {
            return PlainOperators.withNonlinearity(norm.forward(input, pass), Nonlinearity.RELU);
        }
        return pass.operators().norm(input, norm.terms(), Nonlinearity.RELU, entered -> pass.tap()
                .observe(norm, entered));
    }
}
