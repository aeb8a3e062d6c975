package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;

/**
 * Instance norm: every channel of every image is normalized over (H, W), then scaled and shifted. Equals PyTorch's
 * group norm with one channel per group.
 */
public final class InstanceNorm extends NetworkBlock {
    private final Parameter gamma;
    private final Parameter beta;

    public InstanceNorm(Scope scope, int channels) {
        Shape shape = new Shape(channels);
        gamma = addParameter(scope.parameter("weight", Parameter.Type.GAMMA, shape, new Distribution.Constant(1)));
        beta = addParameter(scope.parameter("bias", Parameter.Type.BETA, shape, new Distribution.Constant(0)));
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        return pass.operators().instanceNorm(input, gamma.getArray(), beta.getArray());
    }
}
