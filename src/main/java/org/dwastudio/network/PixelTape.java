package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;

/**
 * Runs a pass with {@link PixelOperators} and remembers how to go back: the gradient of the images alone, by hand instead
 * of by autograd. Memory is let go as the backward pass comes by: gradients are written over what is no longer needed.
 *
 * <p>With a = γ/√(σ̂² + ε), a convolution's output z that enters a batch norm and ReLU gets the gradient
 * a · (mask · g) + c₁ + c₂ · z, where c₁ and c₂ are those of the batch-norm alignment ({@link BatchNormGap}).
 */
final class PixelTape implements Operators {
    private static final double EPSILON = BatchNormTerms.EPSILON;
    private static final int UNGROUPED = 1;

    private final NDManager scope;
    private final PixelOperators operators;
    private final FrozenWeights weights;
    private final FrozenNetwork.Arithmetic arithmetic;
    private final IdentityHashMap<NDArray, TapedTensor> tensors = new IdentityHashMap<>();
    private final Deque<Runnable> wayBack = new ArrayDeque<>();
    private final TapedTensor images;

    /**
     * Begins a pass.
     *
     * @param images [N, C, H, W], channels-last
     * @param scope owns everything that the pass computes
     */
    PixelTape(
            NDArray images,
            NDManager scope,
            PixelOperators operators,
            FrozenWeights weights,
            FrozenNetwork.Arithmetic arithmetic) {
        this.scope = scope;
        this.operators = operators;
        this.weights = weights;
        this.arithmetic = arithmetic;
        this.images = remember(images);
    }

    /** Walks back from the gradient of the pass's result; returns that of the images. */
    NDArray backward(NDArray result, NDArray gradient) {
        taped(result).setGradient(gradient);
        while (!wayBack.isEmpty()) {
            wayBack.pop().run();
        }
        return images.takeGradient();
    }

    @Override
    public NDArray convolution(NDArray input, NDArray weight, int stride, int padding) {
        TapedTensor x = taped(input);
        // The first convolution stays exact: rounding the pixels costs most of the accuracy.
        boolean rounded = arithmetic == FrozenNetwork.Arithmetic.BFLOAT16_CONVOLUTIONS && x != images;
        String operator = rounded ? "convolution_bfloat16" : "convolution";
        String backward = rounded ? "convolution_gradient_bfloat16" : "convolution_gradient";
        NDArray kernel = rounded ? weights.inBfloat16(weight) : weight;
        NDList results = operators.all(scope, operator, input, kernel, stride, padding, UNGROUPED);
        TapedTensor z = remember(results.get(0));
        z.setStatistics(new ChannelStatistics(results.get(1), results.get(2)));
        wayBack.push(() -> {
            try (NDArray gradient = z.takeGradient()) {
                addGradient(x, operators.one(scope, backward, gradient, x.kept(), kernel, stride, padding, UNGROUPED));
            }
            z.release();
        });
        return results.get(0);
    }

    @Override
    public ChannelStatistics statistics(NDArray input) {
        return taped(input).statistics();
    }

    /** Lets the gap between a batch norm's input and its running statistics count in the loss. */
    void align(NDArray input, BatchNormGap gap) {
        taped(input).setGap(gap);
    }

    @Override
    public NDArray batchNorm(NDArray input, BatchNormTerms terms) {
        TapedTensor z = taped(input);
        NDArray result = normalized("norm", input, terms);
        TapedTensor y = remember(result);
        wayBack.push(() -> {
            try (NDArray gradient = y.takeGradient()) {
                throughNorm(z, terms, gradient);
            }
            y.release();
        });
        return result;
    }

    @Override
    public NDArray batchNormRelu(NDArray input, BatchNormTerms terms) {
        TapedTensor z = taped(input);
        NDArray result = normalized("norm_relu", input, terms);
        TapedTensor y = remember(result);
        wayBack.push(() -> {
            BatchNormGap gap = z.gap();
            try (NDArray gradient = y.takeGradient()) {
                z.setGradient(operators.one(
                        scope,
                        "norm_relu_gradient_",
                        gradient,
                        y.kept(),
                        z.kept(),
                        weights.scale(terms),
                        gap.constant(),
                        gap.slope()));
            }
            y.release();
        });
        return result;
    }

    @Override
    public NDArray batchNormAddRelu(NDArray input, BatchNormTerms terms, NDArray shortcut) {
        TapedTensor z = taped(input);
        TapedTensor added = taped(shortcut);
        NDArray result = operators.one(
                scope,
                "norm_add_relu",
                input,
                terms.gamma(),
                terms.beta(),
                terms.mean(),
                terms.variance(),
                EPSILON,
                shortcut);
        TapedTensor y = remember(result);
        wayBack.push(() -> {
            NDArray masked;
            try (NDArray gradient = y.takeGradient()) {
                masked = operators.one(scope, "relu_gradient_", gradient, y.kept());
            }
            y.release();
            throughNorm(z, terms, masked);
            addGradient(added, masked);
        });
        return result;
    }

    @Override
    public NDArray averagePool(NDArray input, int size) {
        TapedTensor x = taped(input);
        NDArray result = operators.one(scope, "average_pool", input, size);
        TapedTensor y = remember(result);
        wayBack.push(() -> {
            try (NDArray gradient = y.takeGradient()) {
                addGradient(x, operators.one(scope, "average_pool_gradient", gradient, x.kept(), size));
            }
            y.release();
        });
        return result;
    }

    @Override
    public NDArray maxPool(NDArray input, int size, int stride, int padding) {
        TapedTensor x = taped(input);
        NDList results = operators.all(scope, "max_pool", input, size, stride, padding);
        NDArray places = results.get(1);
        TapedTensor y = remember(results.get(0));
        wayBack.push(() -> {
            try (NDArray gradient = y.takeGradient();
                    places) {
                addGradient(
                        x,
                        operators.one(scope, "max_pool_gradient", gradient, x.kept(), places, size, stride, padding));
            }
            y.release();
        });
        return results.get(0);
    }

    @Override
    public NDArray globalAverage(NDArray input) {
        TapedTensor x = taped(input);
        double pixels = (double) input.getShape().get(2) * input.getShape().get(3);
        try (NDArray sum = input.sum(new int[] {2, 3})) {
            NDArray result = sum.div(pixels);
            TapedTensor y = remember(result);
            wayBack.push(() -> {
                try (NDArray gradient = y.takeGradient()) {
                    addGradient(x, operators.one(scope, "global_average_gradient", gradient, x.kept()));
                }
                y.release();
            });
            return result;
        }
    }

    @Override
    public NDArray flatten(NDArray input) {
        TapedTensor x = taped(input);
        Shape shape = input.getShape();
        NDArray result = input.reshape(shape.get(0), -1);
        TapedTensor y = remember(result);
        wayBack.push(() -> {
            try (NDArray gradient = y.takeGradient();
                    NDArray unflattened = gradient.reshape(shape)) {
                addGradient(x, operators.one(scope, "channels_last", unflattened));
            }
            y.release();
        });
        return result;
    }

    @Override
    public NDArray linear(NDArray input, NDArray weight, NDArray bias) {
        TapedTensor x = taped(input);
        try (NDArray transposed = weight.transpose();
                NDArray product = input.matMul(transposed)) {
            NDArray result = product.add(bias);
            TapedTensor y = remember(result);
            wayBack.push(() -> {
                try (NDArray gradient = y.takeGradient()) {
                    addGradient(x, gradient.matMul(weight));
                }
                y.release();
            });
            return result;
        }
    }

    private NDArray normalized(String operator, NDArray input, BatchNormTerms terms) {
        return operators.one(
                scope, operator, input, terms.gamma(), terms.beta(), terms.mean(), terms.variance(), EPSILON);
    }

    /** The gradient is left as it is; z is overwritten with its own gradient. */
    private void throughNorm(TapedTensor z, BatchNormTerms terms, NDArray gradient) {
        BatchNormGap gap = z.gap();
        z.setGradient(operators.one(
                scope, "norm_gradient_", gradient, z.kept(), weights.scale(terms), gap.constant(), gap.slope()));
    }

    /** Takes the gradient over: from now on it belongs to the tensor. */
    private void addGradient(TapedTensor tensor, NDArray gradient) {
        if (tensor.hasGradient()) {
            try (gradient;
                    NDArray sum = tensor.takeGradient()) {
                tensor.setGradient(operators.one(scope, "add_", sum, gradient));
            }
        } else {
            tensor.setGradient(gradient);
        }
    }

    /** Keeps a handle of its own: blocks close theirs as soon as the next tensor is there. */
    private TapedTensor remember(NDArray tensor) {
        NDArray kept = tensor.stopGradient();
        kept.attach(scope);
        TapedTensor taped = new TapedTensor(kept);
        tensors.put(tensor, taped);
        return taped;
    }

    private TapedTensor taped(NDArray tensor) {
        TapedTensor taped = tensors.get(tensor);
        if (taped == null) {
            throw new IllegalStateException("a block computed a tensor beside the operators of its pass");
        }
        return taped;
    }
}
