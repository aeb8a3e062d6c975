package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import org.dwastudio.nn.operator.Nonlinearity;

/** Convolution with its batch norm and the operation that follows; the tensors between them are never exposed. */
public final class ConvolutionUnit extends NetworkBlock {
    private final Convolution convolution;
    private final BatchNorm norm;
    private final Nonlinearity then;

    public ConvolutionUnit(UnitNames names, ConvolutionSpec spec, Distribution fresh, Nonlinearity then) {
        this.then = then;
        convolution = addChildBlock("convolution", new Convolution(names.convolution(), spec, fresh));
        norm = addChildBlock("norm", new BatchNorm(names.norm(), spec.outputs()));
    }

    public ConvolutionUnit(
            UnitNames names, ConvolutionSpec spec, Distribution fresh, Distribution freshBias, Nonlinearity then) {
        this.then = then;
        convolution = addChildBlock("convolution", new Convolution(names.convolution(), spec, fresh, freshBias));
        norm = addChildBlock("norm", new BatchNorm(names.norm(), spec.outputs()));
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        try (NDArray convolved = convolution.forward(input, pass)) {
            return norm.forward(convolved, then, pass);
        }
    }

    /** Applies convolution and batch norm and adds a shortcut. */
    public NDArray add(NDArray input, NDArray shortcut, Pass pass) {
        try (NDArray convolved = convolution.forward(input, pass)) {
            return norm.forwardAdd(convolved, shortcut, pass);
        }
    }

    /** Applies {@link #add} followed by max(0, ·). */
    public NDArray addRelu(NDArray input, NDArray shortcut, Pass pass) {
        try (NDArray convolved = convolution.forward(input, pass)) {
            return norm.forwardAddRelu(convolved, shortcut, pass);
        }
    }
}
