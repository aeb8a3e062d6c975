package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;

/** Fully connected layer, [N, F] to [N, outputs], that stores its weight as torchvision's 1×1 convolution with bias. */
public final class PointwiseLinear extends NetworkBlock {
    private final Parameter weight;
    private final Parameter bias;

    public PointwiseLinear(Scope scope, int inputs, int outputs) {
        ConvolutionSpec spec = ConvolutionSpec.pointwise(inputs, outputs);
        Distribution fresh = Distribution.kaimingFanOut(spec);
        weight = addParameter(scope.parameter("weight", Parameter.Type.WEIGHT, spec.weightShape(), fresh));
        bias = addParameter(
                scope.parameter("bias", Parameter.Type.BIAS, new Shape(outputs), new Distribution.Constant(0)));
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        Shape shape = weight.getArray().getShape();
        try (NDArray matrix = weight.getArray().reshape(shape.get(0), shape.get(1))) {
            return pass.operators().linear(input, matrix, bias.getArray());
        }
    }
}
