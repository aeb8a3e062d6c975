package org.dwastudio.nn.block;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dwastudio.nn.layer.ConvolutionSpec;
import org.dwastudio.nn.layer.ConvolutionUnit;
import org.dwastudio.nn.layer.Distribution;
import org.dwastudio.nn.layer.NetworkBlock;
import org.dwastudio.nn.layer.Pass;
import org.dwastudio.nn.layer.Scope;
import org.dwastudio.nn.layer.UnitNames;
import org.dwastudio.nn.operator.Nonlinearity;

/** Sequence of convolution units whose input, brought to the new shape if it changes, is added before the last ReLU. */
public final class ResidualBlock extends NetworkBlock {
    private final List<ConvolutionUnit> leading = new ArrayList<>();
    private final ConvolutionUnit last;
    private final Optional<NetworkBlock> shortcut;

    /** Creates a block with torchvision's shortcut. */
    public ResidualBlock(Scope scope, ResidualKind kind, int inputs, int width, int stride) {
        this(scope, kind, ResidualShortcut.DOWNSAMPLE, inputs, width, stride);
    }

    public ResidualBlock(
            Scope scope, ResidualKind kind, ResidualShortcut connection, int inputs, int width, int stride) {
        List<ConvolutionSpec> specs = kind.convolutions(inputs, width, stride);
        for (int k = 1; k <= specs.size(); k++) {
            ConvolutionSpec spec = specs.get(k - 1);
            UnitNames names = UnitNames.in(scope, "conv" + k, "bn" + k);
            leading.add(addChildBlock("unit" + k, unit(names, spec, Nonlinearity.RELU)));
        }
        last = leading.remove(leading.size() - 1);
        int outputs = specs.get(specs.size() - 1).outputs();
        if (stride == 1 && inputs == outputs) {
            shortcut = Optional.empty();
        } else {
            shortcut = Optional.of(addChildBlock("shortcut", connection.block(scope, inputs, outputs, stride)));
        }
    }

    private static ConvolutionUnit unit(UnitNames names, ConvolutionSpec spec, Nonlinearity then) {
        return new ConvolutionUnit(names, spec, Distribution.kaimingFanOut(spec), then);
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        NDArray current = input;
        for (ConvolutionUnit unit : leading) {
            NDArray next = unit.forward(current, pass);
            if (current != input) {
                current.close();
            }
            current = next;
        }
        try (NDArray inner = current) {
            if (shortcut.isEmpty()) {
                return last.addRelu(inner, input, pass);
            }
            try (NDArray carried = shortcut.get().forward(input, pass)) {
                return last.addRelu(inner, carried, pass);
            }
        }
    }
}
