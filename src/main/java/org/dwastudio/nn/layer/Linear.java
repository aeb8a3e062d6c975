package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;

/** Fully connected layer with bias: [N, F] to [N, outputs]. */
public final class Linear extends NetworkBlock {
    private final Parameter weight;
    private final Parameter bias;

    /** Builds a layer with PyTorch's default initialization. */
    public Linear(Scope scope, int inputs, int outputs) {
        this(scope, inputs, outputs, Distribution.uniformFanIn(inputs), Distribution.uniformFanIn(inputs));
    }

    public Linear(Scope scope, int inputs, int outputs, Distribution fresh, Distribution freshBias) {
        weight = addParameter(scope.parameter("weight", Parameter.Type.WEIGHT, new Shape(outputs, inputs), fresh));
        bias = addParameter(scope.parameter("bias", Parameter.Type.BIAS, new Shape(outputs), freshBias));
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        return pass.operators().linear(input, weight.getArray(), bias.getArray());
    }
}
