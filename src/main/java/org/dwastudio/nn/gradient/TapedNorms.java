package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.dwastudio.nn.operator.BatchNormTerms;
import org.dwastudio.nn.operator.Nonlinearity;

/**
 * Norms on a tape. With a = γ/√(σ̂² + ε), a convolution's output z that enters a batch norm and a nonlinearity s gets
 * the gradient a · s′ · g + c₁ + c₂ · z, where c₁ and c₂ are those of the batch-norm alignment ({@link BatchNormGap}).
 */
final class TapedNorms {
    private static final double EPSILON = BatchNormTerms.EPSILON;

    private final GradientTape record;
    private final FrozenWeights weights;

    TapedNorms(GradientTape record, FrozenWeights weights) {
        this.record = record;
        this.weights = weights;
    }

    NDArray batchNorm(NDArray input, BatchNormTerms terms, Nonlinearity then) {
        return switch (then) {
            case NONE -> plain(input, terms);
            case RELU -> relu(input, terms, "norm_relu", "norm_relu_gradient_");
            case RELU6 -> relu(input, terms, "norm_relu6", "norm_relu6_gradient_");
            case SILU -> silu(input, terms);
        };
    }

    private NDArray plain(NDArray input, BatchNormTerms terms) {
        TapedTensor z = record.of(input);
        NDArray result = normalized("norm", input, terms);
        TapedTensor y = record.remember(result);
        record.push(() -> {
            try (NDArray gradient = y.takeGradient()) {
                throughNorm(z, terms, gradient);
            }
            y.release();
        });
        return result;
    }

    /** Applies a batch norm with a ReLU, whose derivative is one or zero and follows from the result. */
    private NDArray relu(NDArray input, BatchNormTerms terms, String forward, String backward) {
        TapedTensor z = record.of(input);
        NDArray result = normalized(forward, input, terms);
        TapedTensor y = record.remember(result);
        record.push(() -> {
            BatchNormGap gap = z.gap();
            NDArray scale = weights.scale(terms);
            try (NDArray gradient = y.takeGradient()) {
                z.setGradient(record.one(backward, gradient, y.kept(), z.kept(), scale, gap.constant(), gap.slope()));
            }
            y.release();
        });
        return result;
    }

    /** Applies a batch norm with SiLU, whose derivative needs its input: the backward pass computes it again. */
    private NDArray silu(NDArray input, BatchNormTerms terms) {
        TapedTensor z = record.of(input);
        NDArray result = normalized("norm_silu", input, terms);
        TapedTensor y = record.remember(result);
        record.push(() -> {
            try (NDArray gradient = y.takeGradient();
                    NDArray entered = normalized("norm", z.kept(), terms);
                    NDArray inner = record.one("silu_gradient_", gradient, entered)) {
                throughNorm(z, terms, inner);
            }
            y.release();
        });
        return result;
    }

    NDArray batchNormAdd(NDArray input, BatchNormTerms terms, NDArray shortcut) {
        TapedTensor z = record.of(input);
        TapedTensor added = record.of(shortcut);
        NDArray result = added("norm_add", input, terms, shortcut);
        TapedTensor y = record.remember(result);
        record.push(() -> {
            NDArray gradient = y.takeGradient();
            y.release();
            throughNorm(z, terms, gradient);
            record.addGradient(added, gradient);
        });
        return result;
    }

    NDArray batchNormAddRelu(NDArray input, BatchNormTerms terms, NDArray shortcut) {
        TapedTensor z = record.of(input);
        TapedTensor added = record.of(shortcut);
        NDArray result = added("norm_add_relu", input, terms, shortcut);
        TapedTensor y = record.remember(result);
        record.push(() -> {
            NDArray masked;
            try (NDArray gradient = y.takeGradient()) {
                masked = record.one("relu_gradient_", gradient, y.kept());
            }
            y.release();
            throughNorm(z, terms, masked);
            record.addGradient(added, masked);
        });
        return result;
    }

    NDArray instanceNorm(NDArray input, NDArray gamma, NDArray beta) {
        TapedTensor x = record.of(input);
        NDList results = record.all("instance_norm", input, gamma, beta, EPSILON);
        NDArray mean = results.get(1);
        NDArray precision = results.get(2);
        return record.remember(x, results.get(0), gradient -> {
            try (mean;
                    precision) {
                return record.one("instance_norm_gradient", gradient, x.kept(), gamma, mean, precision);
            }
        });
    }

    private NDArray normalized(String operator, NDArray input, BatchNormTerms terms) {
        return record.one(operator, input, terms.gamma(), terms.beta(), terms.mean(), terms.variance(), EPSILON);
    }

    private NDArray added(String operator, NDArray input, BatchNormTerms terms, NDArray shortcut) {
        return record.one(
                operator, input, terms.gamma(), terms.beta(), terms.mean(), terms.variance(), EPSILON, shortcut);
    }

    /** Propagates a gradient through the norm. The gradient stays unchanged; z is overwritten with its own gradient. */
    private void throughNorm(TapedTensor z, BatchNormTerms terms, NDArray gradient) {
        BatchNormGap gap = z.gap();
        z.setGradient(
                record.one("norm_gradient_", gradient, z.kept(), weights.scale(terms), gap.constant(), gap.slope()));
    }
}
