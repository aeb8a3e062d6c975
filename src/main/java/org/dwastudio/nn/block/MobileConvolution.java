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
 * MBConv block of EfficientNet: expands the channels, convolves each separately, applies squeeze-and-excitation,
 * projects without a nonlinearity. The input is added if it has the shape of the result; stochastic depth then skips
 * the rest of the block for some images in training.
 */
public final class MobileConvolution extends NetworkBlock {
    private final Chain leading = new Chain();
    private final ConvolutionUnit projection;
    private final boolean shortcut;
    private final double dropped;

    /**
     * Builds the block.
     *
     * @param kernel size of the depthwise kernel
     * @param dropped probability of stochastic depth
     */
    public MobileConvolution(
            Scope scope, int inputs, int outputs, int expansion, int kernel, int stride, double dropped) {
        this.dropped = dropped;
        shortcut = stride == 1 && inputs == outputs;
        Scope sequence = scope.child("block");
        int wide = WidthMultiplier.rounded((double) inputs * expansion);
        int position = 0;
        if (wide != inputs) {
            leading.append(unit(sequence.child("0"), ConvolutionSpec.pointwise(inputs, wide), Nonlinearity.SILU));
            position++;
        }
        leading.append(unit(
                sequence.child(Integer.toString(position)),
                ConvolutionSpec.depthwise(wide, kernel, stride),
                Nonlinearity.SILU));
        Scope excitation = sequence.child(Integer.toString(position + 1));
        leading.append(new SqueezeExcitation(excitation, wide, Math.max(1, inputs / 4)));
        addChildBlock("leading", leading);
        projection = addChildBlock(
                "projection",
                unit(
                        sequence.child(Integer.toString(position + 2)),
                        ConvolutionSpec.pointwise(wide, outputs),
                        Nonlinearity.NONE));
    }

    private static ConvolutionUnit unit(Scope scope, ConvolutionSpec spec, Nonlinearity then) {
        return new ConvolutionUnit(UnitNames.in(scope), spec, Distribution.kaimingFanOut(spec), then);
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        try (NDArray wide = leading.forward(input, pass)) {
            if (!shortcut) {
                return projection.forward(wide, pass);
            }
            return pass.training() ? addSometimes(wide, input, pass) : projection.add(wide, input, pass);
        }
    }

    private NDArray addSometimes(NDArray wide, NDArray input, Pass pass) {
        try (NDArray change = projection.forward(wide, pass);
                NDArray kept = pass.dropout().images(change, dropped)) {
            return kept.add(input);
        }
    }
}
