package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.dwastudio.nn.operator.Nonlinearity;
import org.dwastudio.nn.operator.PlainOperators;
import org.dwastudio.nn.operator.UnitTerms;

/** Convolution with its batch norm and the operation that follows; the tensors between them are never exposed. */
public final class ConvolutionUnit extends NetworkBlock {
    private final Convolution convolution;
    private final BatchNorm norm;
    private final Nonlinearity then;

    public ConvolutionUnit(UnitNames names, ConvolutionSpec spec, Distribution fresh, Nonlinearity then) {
        this.then = then;
        convolution = addChildBlock("convolution", new Convolution(names.convolution(), spec, fresh));
        norm = addChildBlock("norm", new BatchNorm(names.norm(), spec.outputs()));
    }

    public ConvolutionUnit(
            UnitNames names, ConvolutionSpec spec, Distribution fresh, Distribution freshBias, Nonlinearity then) {
        this.then = then;
        convolution = addChildBlock("convolution", new Convolution(names.convolution(), spec, fresh, freshBias));
        norm = addChildBlock("norm", new BatchNorm(names.norm(), spec.outputs()));
    }

    @Override
    public NDArray forward(NDArray input, Pass pass) {
        return apply(input, Optional.empty(), then, pass);
    }

    /** Applies convolution and batch norm and adds a shortcut. */
    public NDArray add(NDArray input, NDArray shortcut, Pass pass) {
        return apply(input, Optional.of(shortcut), Nonlinearity.NONE, pass);
    }

    /** Applies {@link #add} followed by max(0, ·). */
    public NDArray addRelu(NDArray input, NDArray shortcut, Pass pass) {
        return apply(input, Optional.of(shortcut), Nonlinearity.RELU, pass);
    }

    private NDArray apply(NDArray input, Optional<NDArray> shortcut, Nonlinearity function, Pass pass) {
        if (pass.training()) {
            return PlainOperators.withNonlinearity(trained(input, shortcut, pass), function);
        }
        UnitTerms terms = new UnitTerms(convolution.terms(), norm.terms(), shortcut, function);
        return pass.operators().unit(input, terms, convolved -> pass.tap().observe(norm, convolved));
    }

    private NDArray trained(NDArray input, Optional<NDArray> shortcut, Pass pass) {
        try (NDArray convolved = convolution.forward(input, pass)) {
            NDArray normalized = norm.forward(convolved, pass);
            if (shortcut.isEmpty()) {
                return normalized;
            }
            try (normalized) {
                return normalized.add(shortcut.get());
            }
        }
    }
}
