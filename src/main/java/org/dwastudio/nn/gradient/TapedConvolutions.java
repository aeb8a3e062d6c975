package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.dwastudio.nn.operator.BatchNormTerms;
import org.dwastudio.nn.operator.ConvolutionTerms;

/** Convolutions without a batch norm, and instance norms, on a tape. */
final class TapedConvolutions {
    private final GradientTape record;
    private final FrozenWeights weights;
    private final NDArray images;

    TapedConvolutions(GradientTape record, FrozenWeights weights, NDArray images) {
        this.record = record;
        this.weights = weights;
        this.images = images;
    }

    NDArray convolution(NDArray input, ConvolutionTerms terms) {
        TapedTensor x = record.kept(input);
        int stride = terms.stride();
        int padding = terms.padding();
        int groups = terms.groups();
        NDArray kernel = weights.kernel(terms, input == images);
        NDArray result = terms.bias().isEmpty()
                ? record.one("convolution", input, kernel, stride, padding, groups)
                : record.one("biased_convolution", input, kernel, terms.bias().get(), stride, padding, groups);
        return record.remember(
                x,
                result,
                gradient -> record.one("convolution_gradient", gradient, x.kept(), kernel, stride, padding, groups));
    }

    NDArray instanceNorm(NDArray input, NDArray gamma, NDArray beta) {
        TapedTensor x = record.kept(input);
        NDList results = record.all("instance_norm", input, gamma, beta, BatchNormTerms.EPSILON);
        NDArray mean = results.get(1);
        NDArray precision = results.get(2);
        return record.remember(x, results.get(0), gradient -> {
            try (mean;
                    precision) {
                return record.one("instance_norm_gradient", gradient, x.kept(), gamma, mean, precision);
            }
        });
    }
}
