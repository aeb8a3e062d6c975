package org.dwastudio.nn.block;

import java.util.List;
import org.dwastudio.nn.layer.ConvolutionSpec;

/** Kinds of torchvision's residual blocks. */
public enum ResidualKind {
    BASIC(1) {
        @Override
        List<ConvolutionSpec> convolutions(int inputs, int width, int stride) {
            return List.of(ConvolutionSpec.of(inputs, width, 3, stride), ConvolutionSpec.of(width, width, 3, 1));
        }
    },
    /** Three convolutions, with the stride on the 3×3 convolution. */
    BOTTLENECK(4) {
        @Override
        List<ConvolutionSpec> convolutions(int inputs, int width, int stride) {
            return List.of(
                    ConvolutionSpec.pointwise(inputs, width),
                    ConvolutionSpec.of(width, width, 3, stride),
                    ConvolutionSpec.pointwise(width, 4 * width));
        }
    };

    private final int expansion;

    ResidualKind(int expansion) {
        this.expansion = expansion;
    }

    /** Returns the ratio of a block's output channels to its stage's width. */
    public int expansion() {
        return expansion;
    }

    /** Returns the convolutions of a block, in order. */
    abstract List<ConvolutionSpec> convolutions(int inputs, int width, int stride);
}
