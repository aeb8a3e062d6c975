package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** The projection of a shortcut to another shape: 1×1 convolution and batch norm. */
final class Downsample extends NetworkBlock {
    private final ConvolutionUnit unit;

    Downsample(Scope scope, int inputs, int outputs, int stride) {
        Distribution fresh = Distribution.kaimingFanOut(outputs, 1);
        unit = new ConvolutionUnit(
                addChildBlock("0", new Convolution(scope.child("0"), inputs, outputs, 1, stride, fresh)),
                addChildBlock("1", new BatchNorm(scope.child("1"), outputs)));
    }

    @Override
    NDArray forward(NDArray input, Pass pass) {
        return unit.plain(input, pass);
    }

    @Override
    Shape outputShape(Shape input) {
        return unit.outputShape(input);
    }
}
