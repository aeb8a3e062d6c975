package org.dwastudio.nn.block;

import org.dwastudio.nn.layer.Chain;
import org.dwastudio.nn.layer.ConvolutionSpec;
import org.dwastudio.nn.layer.ConvolutionUnit;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.Scope;
import org.dwastudio.nn.layer.UnitNames;
import org.dwastudio.nn.operator.Nonlinearity;

/** Branches of ShuffleNetV2's blocks, in torchvision's sequences. */
final class ShuffleBranch {
    private ShuffleBranch() {}

    /** Builds a depthwise convolution followed by a pointwise one. */
    static Chain shortcut(Scope sequence, int inputs, int outputs) {
        return new Chain()
                .append(unit(sequence, 0, ConvolutionSpec.depthwise(inputs, 3, 2), Nonlinearity.NONE))
                .append(unit(sequence, 2, ConvolutionSpec.pointwise(inputs, outputs), Nonlinearity.RELU));
    }

    /** Builds a pointwise, a depthwise and another pointwise convolution. */
    static Chain main(Scope sequence, int inputs, int outputs, int stride) {
        return new Chain()
                .append(unit(sequence, 0, ConvolutionSpec.pointwise(inputs, outputs), Nonlinearity.RELU))
                .append(unit(sequence, 3, ConvolutionSpec.depthwise(outputs, 3, stride), Nonlinearity.NONE))
                .append(unit(sequence, 5, ConvolutionSpec.pointwise(outputs, outputs), Nonlinearity.RELU));
    }

    private static ConvolutionUnit unit(Scope sequence, int position, ConvolutionSpec spec, Nonlinearity then) {
        return new ConvolutionUnit(
                UnitNames.in(sequence, position), spec, Distribution.uniformFanIn(spec.fanIn()), then);
    }
}
