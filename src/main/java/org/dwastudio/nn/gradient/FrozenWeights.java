package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.dwastudio.nn.gradient.FrozenNetwork.Arithmetic;
import org.dwastudio.nn.operator.BatchNormTerms;
import org.dwastudio.nn.operator.ChannelStatistics;
import org.dwastudio.nn.operator.ConvolutionTerms;
import org.dwastudio.nn.operator.Nonlinearity;
import org.dwastudio.nn.operator.UnitTerms;

/**
 * Cache of values that depend on a frozen network's weights alone, keyed by the weight. Only inner convolutions that mix
 * channels use bfloat16 or float16: rounding the pixels costs most of the accuracy, and a depthwise convolution computes
 * too little for the conversion to pay off.
 */
final class FrozenWeights implements AutoCloseable {
    private final NDManager owner;
    private final PixelOperators operators;
    private final Arithmetic arithmetic;
    private final IdentityHashMap<NDArray, Integer> places = new IdentityHashMap<>();
    private final IdentityHashMap<NDArray, NDArray> rounded = new IdentityHashMap<>();
    private final IdentityHashMap<NDArray, FrozenUnit> units = new IdentityHashMap<>();

    /**
     * Creates an empty cache.
     *
     * @param owner manager of the cached tensors
     * @param norms running statistics of all batch norms, in module order
     */
    FrozenWeights(NDManager owner, PixelOperators operators, Arithmetic arithmetic, List<ChannelStatistics> norms) {
        this.owner = owner;
        this.operators = operators;
        this.arithmetic = arithmetic;
        for (ChannelStatistics running : norms) {
            places.put(running.mean(), places.size());
        }
    }

    /**
     * Returns a convolution's weight in the data type that it computes in.
     *
     * @param first true if the convolution's input are the images
     */
    NDArray kernel(ConvolutionTerms terms, boolean first) {
        if (arithmetic == Arithmetic.FULL || first || terms.groups() > 1) {
            return terms.weight();
        }
        // DJL has no name for bfloat16: such a tensor may only be passed to operators.
        String format = arithmetic == Arithmetic.FLOAT16_CONVOLUTIONS ? "float16" : "bfloat16";
        return rounded.computeIfAbsent(terms.weight(), exact -> operators.one(owner, format, exact));
    }

    /** Returns the constant arguments of a convolution unit. */
    FrozenUnit unit(UnitTerms terms, boolean first) {
        return units.computeIfAbsent(terms.convolution().weight(), weight -> freeze(terms, first));
    }

    /** Returns the constant arguments of a batch norm that no convolution precedes. */
    FrozenUnit norm(BatchNormTerms terms, Nonlinearity then) {
        return units.computeIfAbsent(
                terms.mean(),
                mean -> frozen(
                        List.of(
                                terms.gamma(),
                                terms.gamma(),
                                terms.beta(),
                                terms.mean(),
                                terms.variance(),
                                scale(terms)),
                        ConvolutionTerms.of(terms.gamma(), 1, 0),
                        place(terms),
                        then));
    }

    private FrozenUnit freeze(UnitTerms terms, boolean first) {
        ConvolutionTerms convolution = terms.convolution();
        BatchNormTerms norm = terms.norm();
        List<NDArray> tensors = new ArrayList<>(List.of(
                kernel(convolution, first), norm.gamma(), norm.beta(), norm.mean(), norm.variance(), scale(norm)));
        convolution.bias().ifPresent(tensors::add);
        return frozen(tensors, convolution, place(norm), terms.then());
    }

    private int place(BatchNormTerms norm) {
        return Objects.requireNonNull(places.get(norm.mean()));
    }

    private static FrozenUnit frozen(
            List<NDArray> tensors, ConvolutionTerms convolution, int place, Nonlinearity then) {
        return new FrozenUnit(
                IValue.listFrom(tensors.toArray(PtNDArray[]::new)),
                IValue.listFrom(convolution.stride(), convolution.padding(), convolution.groups(), place, code(then)),
                IValue.from(BatchNormTerms.EPSILON));
    }

    /** Returns γ/√(σ̂² + ε), [1, C, 1, 1]. */
    private NDArray scale(BatchNormTerms terms) {
        try (NDArray stabilised = terms.variance().add(BatchNormTerms.EPSILON);
                NDArray deviation = stabilised.sqrt();
                NDArray scale = terms.gamma().div(deviation);
                NDArray perChannel = scale.reshape(new Shape(1, scale.size(), 1, 1))) {
            NDArray kept = perChannel.duplicate();
            kept.attach(owner);
            return kept;
        }
    }

    private static long code(Nonlinearity function) {
        return switch (function) {
            case NONE -> 0;
            case RELU -> 1;
            case RELU6 -> 2;
            case SILU -> 3;
        };
    }

    @Override
    public void close() {
        units.values().forEach(FrozenUnit::close);
        units.clear();
    }
}
