package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.dwastudio.nn.operator.BatchNormTerms;
import org.dwastudio.nn.operator.ConvolutionTerms;
import org.dwastudio.nn.operator.PlainOperators;

/**
 * Operators of a pass through a ConvNet with instance norms that needs no gradient. The ReLU overwrites its input, which
 * such a network does not read again. Activations are channels-last if the images are.
 */
final class FeatureOperators extends PlainOperators {
    private final NDManager scope;
    private final PixelOperators operators;

    /** @param scope owner of everything that the pass computes */
    FeatureOperators(NDManager scope, PixelOperators operators) {
        this.scope = scope;
        this.operators = operators;
    }

    @Override
    public NDArray convolution(NDArray input, ConvolutionTerms terms) {
        return operators.one(
                scope, "convolution", input, terms.weight(), terms.stride(), terms.padding(), terms.groups());
    }

    @Override
    public NDArray instanceNorm(NDArray input, NDArray gamma, NDArray beta) {
        return operators.one(scope, "instance_norm_result", input, gamma, beta, BatchNormTerms.EPSILON);
    }

    @Override
    public NDArray relu(NDArray input) {
        return operators.one(scope, "relu_", input);
    }

    @Override
    public NDArray averagePool(NDArray input, int size) {
        return operators.one(scope, "average_pool", input, size);
    }
}
