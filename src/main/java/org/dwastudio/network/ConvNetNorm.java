package org.dwastudio.network;

/** What stands between convolution and ReLU in a {@link ConvNet}. A convolution has a bias where nothing would undo it. */
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
                    .append(Step.relu());
        }
    },
    NONE {
        @Override
        NetworkBlock unit(Scope scope, int k, ConvolutionSpec spec, Distribution fresh) {
            return new Chain()
                    .append(new Convolution(scope.child("conv" + k), spec, fresh, fresh))
                    .append(Step.relu());
        }
    };

    /** The k-th unit: convolution, norm, ReLU. */
    abstract NetworkBlock unit(Scope scope, int k, ConvolutionSpec spec, Distribution fresh);
}
