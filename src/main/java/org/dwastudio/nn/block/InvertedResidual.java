package org.dwastudio.nn.block;

import ai.djl.ndarray.NDArray;
import org.dwastudio.nn.layer.Chain;
import org.dwastudio.nn.layer.ConvolutionSpec;
import org.dwastudio.nn.layer.ConvolutionUnit;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.NetworkBlock;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.layer.Scope;
import org.dwastudio.nn.layer.UnitNames;
import org.dwastudio.nn.operator.Nonlinearity;

/**
 * Inverted residual block of MobileNetV2: expands the channels, convolves each separately, projects without a
 * nonlinearity. The input is added if it has the shape of the result.
 */
public final class InvertedResidual extends NetworkBlock {
    private final Chain leading = new Chain();
    private final ConvolutionUnit projection;
    private final boolean shortcut;

    public InvertedResidual(Scope scope, int inputs, int outputs, int expansion, int stride) {
        shortcut = stride == 1 && inputs == outputs;
        Scope sequence = scope.child("conv");
        int wide = inputs * expansion;
        int position = 0;
        if (expansion != 1) {
            leading.append(unit(sequence.child("0"), ConvolutionSpec.pointwise(inputs, wide)));
            position++;
        }
        leading.append(unit(sequence.child(Integer.toString(position)), ConvolutionSpec.depthwise(wide, 3, stride)));
        addChildBlock("leading", leading);
        ConvolutionSpec last = ConvolutionSpec.pointwise(wide, outputs);
        projection = addChildBlock(
                "projection",
                new ConvolutionUnit(
                        UnitNames.in(sequence, position + 1),
                        last,
                        Distribution.kaimingFanOut(last),
                        Nonlinearity.NONE));
    }

    private static ConvolutionUnit unit(Scope scope, ConvolutionSpec spec) {
        return new ConvolutionUnit(UnitNames.in(scope), spec, Distribution.kaimingFanOut(spec), Nonlinearity.RELU6);
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        try (NDArray wide = leading.forward(input, pass)) {
            return shortcut ? projection.add(wide, input, pass) : projection.forward(wide, pass);
        }
    }
}
