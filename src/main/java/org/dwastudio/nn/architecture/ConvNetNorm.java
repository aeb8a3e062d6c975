package org.dwastudio.nn.architecture;

import org.dwastudio.nn.layer.Chain;
import org.dwastudio.nn.layer.Convolution;
import org.dwastudio.nn.layer.ConvolutionSpec;
import org.dwastudio.nn.layer.ConvolutionUnit;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.InstanceNorm;
import org.dwastudio.nn.layer.NetworkBlock;
import org.dwastudio.nn.layer.Scope;
import org.dwastudio.nn.layer.StatelessBlock;
import org.dwastudio.nn.layer.UnitNames;
import org.dwastudio.nn.operator.Nonlinearity;

/**
 * Normalization between convolution and ReLU in a {@link ConvNet}. The convolution has a bias only if the normalization
 * does not cancel it.
 */
enum ConvNetNorm {
    BATCH {
        @Override
        NetworkBlock unit(Scope scope, int k, ConvolutionSpec spec, Distribution fresh) {
            return new ConvolutionUnit(UnitNames.in(scope, "conv" + k, "bn" + k), spec, fresh, Nonlinearity.RELU);
        }
    },
    INSTANCE {
        @Override
        NetworkBlock unit(Scope scope, int k, ConvolutionSpec spec, Distribution fresh) {
            return new Chain()
                    .append(new Convolution(scope.child("conv" + k), spec, fresh))
                    .append(new InstanceNorm(scope.child("norm" + k), spec.outputs()))
                    .append(StatelessBlock.relu());
        }
    },
    NONE {
        @Override
        NetworkBlock unit(Scope scope, int k, ConvolutionSpec spec, Distribution fresh) {
            return new Chain()
                    .append(new Convolution(scope.child("conv" + k), spec, fresh, fresh))
                    .append(StatelessBlock.relu());
        }
    };

    /** Builds the k-th unit: convolution, norm, ReLU. */
    abstract NetworkBlock unit(Scope scope, int k, ConvolutionSpec spec, Distribution fresh);
}
