package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;

/** A square convolution without bias, padded so that stride 1 keeps the size. */
final class Convolution extends NetworkBlock {
    private final Parameter weight;
    private final int outputs;
    private final int kernel;
    private final int stride;

    Convolution(Scope scope, int inputs, int outputs, int kernel, int stride, Distribution fresh) {
        this.outputs = outputs;
        this.kernel = kernel;
        this.stride = stride;
        Shape shape = new Shape(outputs, inputs, kernel, kernel);
        weight = addParameter(scope.parameter("weight", Parameter.Type.WEIGHT, shape, fresh));
    }

    @Override
    NDArray forward(NDArray input, Pass pass) {
        return pass.operators().convolution(input, weight.getArray(), stride, kernel / 2);
    }

    @Override
    Shape outputShape(Shape input) {
        return new Shape(input.get(0), outputs, strided(input.get(2)), strided(input.get(3)));
    }

    private long strided(long size) {
        return (size + 2L * (kernel / 2) - kernel) / stride + 1;
    }
}
