package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;

/** A fully connected layer with bias: [N, F] to [N, outputs]. */
final class Linear extends NetworkBlock {
    private final Parameter weight;
    private final Parameter bias;
    private final int outputs;

    Linear(Scope scope, int inputs, int outputs) {
        this.outputs = outputs;
        Distribution fresh = Distribution.uniformFanIn(inputs);
        weight = addParameter(scope.parameter("weight", Parameter.Type.WEIGHT, new Shape(outputs, inputs), fresh));
        bias = addParameter(scope.parameter("bias", Parameter.Type.BIAS, new Shape(outputs), fresh));
    }

    @Override
    NDArray forward(NDArray input, Pass pass) {
        return ai.djl.nn.core.Linear.linear(input, weight.getArray(), bias.getArray())
                .singletonOrThrow();
    }

    @Override
    Shape outputShape(Shape input) {
        return new Shape(input.get(0), outputs);
    }
}
