package org.dwastudio.nn.block;

import java.util.List;
import org.dwastudio.nn.layer.ConvolutionSpec;

/** torchvision's two kinds of residual block. */
public enum ResidualKind {
    BASIC(1) {
        @Override
        List<ConvolutionSpec> convolutions(int inputs, int width, int stride) {
            return List.of(ConvolutionSpec.of(inputs, width, 3, stride), ConvolutionSpec.of(width, width, 3, 1));
        }
    },
    /** The stride sits on the 3×3 convolution. */
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

    /** Output channels of a block for each channel of its stage's width. */
    public int expansion() {
        return expansion;
    }

    /** The convolutions of a block, in order. */
    abstract List<ConvolutionSpec> convolutions(int inputs, int width, int stride);
}
