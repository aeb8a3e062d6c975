package org.dwastudio.network;

import java.util.List;

/** torchvision's two kinds of residual block. */
enum ResidualKind {
    BASIC(1) {
        @Override
        List<Kernel> kernels(int width, int stride) {
            return List.of(new Kernel(3, width, stride), new Kernel(3, width, 1));
        }
    },
    /** The stride sits on the 3×3 convolution. */
    BOTTLENECK(4) {
        @Override
        List<Kernel> kernels(int width, int stride) {
            return List.of(new Kernel(1, width, 1), new Kernel(3, width, stride), new Kernel(1, 4 * width, 1));
        }
    };

    /** One convolution of a block. */
    record Kernel(int size, int outputs, int stride) {}

    private final int expansion;

    ResidualKind(int expansion) {
        this.expansion = expansion;
    }

    /** Output channels of a block for each channel of its stage's width. */
    int expansion() {
        return expansion;
    }

    abstract List<Kernel> kernels(int width, int stride);
}
