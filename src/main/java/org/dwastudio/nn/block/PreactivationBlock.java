package org.dwastudio.nn.block;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.dwastudio.nn.layer.Convolution;
import org.dwastudio.nn.layer.ConvolutionSpec;
import org.dwastudio.nn.layer.ConvolutionUnit;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.NetworkBlock;
import org.dwastudio.nn.layer.NormUnit;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.layer.Scope;
import org.dwastudio.nn.layer.UnitNames;
import org.dwastudio.nn.operator.Nonlinearity;

/**
 * Residual block of a wide ResNet: norm, ReLU and convolution, twice, and the input added at the end. Where the number
 * of channels changes, the first norm and ReLU are in front of the projection as well.
 */
public final class PreactivationBlock extends NetworkBlock {
    private final NormUnit entry;
    private final ConvolutionUnit inner;
    private final Convolution last;
    private final Optional<Convolution> projection;

    public PreactivationBlock(Scope scope, int inputs, int outputs, int stride) {
        entry = addChildBlock("entry", new NormUnit(scope.child("bn1"), inputs));
        ConvolutionSpec first = ConvolutionSpec.of(inputs, outputs, 3, stride);
        UnitNames names = UnitNames.in(scope, "conv1", "bn2");
        inner = addChildBlock(
                "inner", new ConvolutionUnit(names, first, Distribution.kaimingFanOut(first), Nonlinearity.RELU));
        last = addChildBlock("last", convolution(scope.child("conv2"), ConvolutionSpec.of(outputs, outputs, 3, 1)));
        projection = inputs == outputs
                ? Optional.empty()
                : Optional.of(addChildBlock(
                        "projection",
                        convolution(scope.child("convShortcut"), ConvolutionSpec.of(inputs, outputs, 1, stride))));
    }

    private static Convolution convolution(Scope scope, ConvolutionSpec spec) {
        return new Convolution(scope, spec, Distribution.kaimingFanOut(spec));
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        try (NDArray entered = entry.forward(input, pass);
                NDArray middle = inner.forward(entered, pass);
                NDArray convolved = last.forward(middle, pass)) {
            if (projection.isEmpty()) {
                return pass.operators().add(convolved, input);
            }
            try (NDArray projected = projection.get().forward(entered, pass)) {
                return pass.operators().add(convolved, projected);
            }
        }
    }
}
