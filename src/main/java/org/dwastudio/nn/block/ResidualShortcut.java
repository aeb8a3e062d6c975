package org.dwastudio.nn.block;

import org.dwastudio.nn.layer.ConvolutionSpec;
import org.dwastudio.nn.layer.ConvolutionUnit;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.NetworkBlock;
import org.dwastudio.nn.layer.Scope;
import org.dwastudio.nn.layer.StatelessBlock;
import org.dwastudio.nn.layer.UnitNames;
import org.dwastudio.nn.operator.Nonlinearity;

/** Kinds of connections past the convolutions of a residual block that changes the shape. */
public enum ResidualShortcut {
    /** 1×1 convolution and batch norm under torchvision's name. */
    DOWNSAMPLE {
        @Override
        NetworkBlock block(Scope scope, int inputs, int outputs, int stride) {
            return projection(scope.child("downsample"), inputs, outputs, stride);
        }
    },
    /** 1×1 convolution and batch norm under the name of the repositories for CIFAR; option B of He et al. */
    SHORTCUT {
        @Override
        NetworkBlock block(Scope scope, int inputs, int outputs, int stride) {
            return projection(scope.child("shortcut"), inputs, outputs, stride);
        }
    },
    /** Every second pixel and channels of zeros on both sides, without weights, for stride 2; option A of He et al. */
    PADDED {
        @Override
        NetworkBlock block(Scope scope, int inputs, int outputs, int stride) {
            return StatelessBlock.subsample(outputs);
        }
    };

    /** Returns the connection of a block. */
    abstract NetworkBlock block(Scope scope, int inputs, int outputs, int stride);

    private static ConvolutionUnit projection(Scope scope, int inputs, int outputs, int stride) {
        ConvolutionSpec spec = ConvolutionSpec.of(inputs, outputs, 1, stride);
        return new ConvolutionUnit(UnitNames.in(scope), spec, Distribution.kaimingFanOut(spec), Nonlinearity.NONE);
    }
}
