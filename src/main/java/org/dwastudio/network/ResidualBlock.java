package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dwastudio.network.ResidualKind.Kernel;

/** Convolution units in a row, the block's input (projected where its shape changes) added before the last ReLU. */
final class ResidualBlock extends NetworkBlock {
    private final List<ConvolutionUnit> leading = new ArrayList<>();
    private final ConvolutionUnit last;
    private final Optional<Downsample> downsample;

    ResidualBlock(Scope scope, ResidualKind kind, int inputs, int width, int stride) {
        List<Kernel> kernels = kind.kernels(width, stride);
        int current = inputs;
        for (int k = 1; k <= kernels.size(); k++) {
            Kernel kernel = kernels.get(k - 1);
            leading.add(unit(scope, k, current, kernel));
            current = kernel.outputs();
        }
        last = leading.remove(leading.size() - 1);
        downsample = stride == 1 && inputs == current
                ? Optional.empty()
                : Optional.of(addChildBlock(
                        "downsample", new Downsample(scope.child("downsample"), inputs, current, stride)));
    }

    private ConvolutionUnit unit(Scope scope, int k, int inputs, Kernel kernel) {
        Distribution fresh = Distribution.kaimingFanOut(kernel.outputs(), kernel.size());
        Convolution convolution = new Convolution(
                scope.child("conv" + k), inputs, kernel.outputs(), kernel.size(), kernel.stride(), fresh);
        BatchNorm norm = new BatchNorm(scope.child("bn" + k), kernel.outputs());
        return new ConvolutionUnit(addChildBlock("conv" + k, convolution), addChildBlock("bn" + k, norm));
    }

    @Override
    NDArray forward(NDArray input, Pass pass) {
        NDArray current = input;
        for (ConvolutionUnit unit : leading) {
            NDArray next = unit.relu(current, pass);
            if (current != input) {
                current.close();
            }
            current = next;
        }
        try (NDArray inner = current) {
            if (downsample.isEmpty()) {
                return last.addRelu(inner, input, pass);
            }
            try (NDArray shortcut = downsample.get().forward(input, pass)) {
                return last.addRelu(inner, shortcut, pass);
            }
        }
    }

    @Override
    Shape outputShape(Shape input) {
        Shape shape = input;
        for (ConvolutionUnit unit : leading) {
            shape = unit.outputShape(shape);
        }
        return last.outputShape(shape);
    }
}
