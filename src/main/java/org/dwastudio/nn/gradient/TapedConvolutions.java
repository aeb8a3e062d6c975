package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.dwastudio.nn.gradient.FrozenNetwork.Arithmetic;
import org.dwastudio.nn.operator.ChannelStatistics;
import org.dwastudio.nn.operator.ConvolutionTerms;

/**
 * Convolutions on a tape, each with the statistics of its result. Only inner convolutions that mix channels use
 * bfloat16 or float16: rounding the pixels costs most of the accuracy, and a depthwise convolution computes too little
 * for the conversion to pay off.
 */
final class TapedConvolutions {
    private final GradientTape record;
    private final FrozenWeights weights;
    private final Arithmetic arithmetic;
    private final TapedTensor images;

    TapedConvolutions(GradientTape record, FrozenWeights weights, Arithmetic arithmetic, TapedTensor images) {
        this.record = record;
        this.weights = weights;
        this.arithmetic = arithmetic;
        this.images = images;
    }

    NDArray convolution(NDArray input, ConvolutionTerms terms) {
        TapedTensor x = record.of(input);
        int stride = terms.stride();
        int padding = terms.padding();
        int groups = terms.groups();
        boolean rounded = arithmetic != Arithmetic.FULL && x != images && groups == 1;
        String prefix = rounded ? "rounded_" : "";
        NDArray kernel = rounded ? weights.rounded(terms.weight(), format()) : terms.weight();
        NDList results = terms.bias().isEmpty()
                ? record.all(prefix + "convolution", input, kernel, stride, padding, groups)
                : record.all(
                        prefix + "biased_convolution",
                        input,
                        kernel,
                        terms.bias().get(),
                        stride,
                        padding,
                        groups);
        TapedTensor z = record.remember(results.get(0));
        z.setStatistics(new ChannelStatistics(results.get(1), results.get(2)));
        record.push(() -> {
            try (NDArray gradient = z.takeGradient()) {
                String back = prefix + "convolution_gradient";
                record.addGradient(x, record.one(back, gradient, x.kept(), kernel, stride, padding, groups));
            }
            z.release();
        });
        return results.get(0);
    }

    private String format() {
        return arithmetic == Arithmetic.FLOAT16_CONVOLUTIONS ? "float16" : "bfloat16";
    }
}
