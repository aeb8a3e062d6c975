package org.dwastudio.nn.operator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.util.function.Consumer;

/** Operators built from DJL's own operations. */
public class PlainOperators implements Operators {
    private static final int[] ALL_BUT_CHANNELS = {0, 2, 3};
    private static final int[] HEIGHT_AND_WIDTH = {2, 3};

    @Override
    public NDArray convolution(NDArray input, ConvolutionTerms terms) {
        if (MatrixConvolution.isMeantFor(input, terms)) {
            return MatrixConvolution.of(input, terms);
        }
        return Conv2d.conv2d(
                        input,
                        terms.weight(),
                        terms.bias().orElse(null),
                        square(terms.stride()),
                        square(terms.padding()),
                        square(1),
                        terms.groups())
                .singletonOrThrow();
    }

    @Override
    public NDArray unit(NDArray input, UnitTerms terms, Consumer<NDArray> observer) {
        try (NDArray convolved = convolution(input, terms.convolution())) {
            observer.accept(convolved);
            NDArray normalized = terms.shortcut().isEmpty()
                    ? batchNorm(convolved, terms.norm())
                    : batchNormAdd(convolved, terms.norm(), terms.shortcut().get());
            return withNonlinearity(normalized, terms.then());
        }
    }

    /** Returns mean and biased variance of every channel of [N, C, H, W] over (N, H, W). */
    public ChannelStatistics statistics(NDArray input) {
        Shape shape = input.getShape();
        double count = (double) shape.get(0) * shape.get(2) * shape.get(3);
        // E[x²] − E[x]² needs one temporary of the input's size, the two-pass formula two.
        try (NDArray squares = input.square();
                NDArray sum = input.sum(ALL_BUT_CHANNELS);
                NDArray sumOfSquares = squares.sum(ALL_BUT_CHANNELS);
                NDArray divisor = EngineScalar.of(input, count);
                NDArray meanOfSquares = sumOfSquares.div(divisor)) {
            NDArray mean = sum.div(divisor);
            try (NDArray squaredMean = mean.square()) {
                return new ChannelStatistics(mean, meanOfSquares.sub(squaredMean));
            }
        }
    }

    /** Applies a batch norm to [N, C, H, W] with fixed mean and variance. */
    public NDArray batchNorm(NDArray input, BatchNormTerms terms) {
        // A multiplication and an addition keep ε in double precision, which DJL's batch norm does not, and leave
        // nothing of the input's size for the backward pass when the weights are frozen.
        Shape perChannel = new Shape(1, terms.gamma().getShape().get(0), 1, 1);
        try (NDArray stabilised = terms.variance().add(BatchNormTerms.EPSILON);
                NDArray deviation = stabilised.sqrt();
                NDArray scale = terms.gamma().div(deviation);
                NDArray offset = terms.mean().mul(scale);
                NDArray shift = terms.beta().sub(offset);
                NDArray scales = scale.reshape(perChannel);
                NDArray shifts = shift.reshape(perChannel)) {
            return input.mul(scales).addi(shifts);
        }
    }

    /** Applies a batch norm as in {@link #batchNorm} and adds a shortcut of the same shape. */
    protected NDArray batchNormAdd(NDArray input, BatchNormTerms terms, NDArray shortcut) {
        return batchNorm(input, terms).addi(shortcut);
    }

    @Override
    public NDArray norm(NDArray input, BatchNormTerms terms, Nonlinearity then, Consumer<NDArray> observer) {
        observer.accept(input);
        return withNonlinearity(batchNorm(input, terms), then);
    }

    @Override
    public NDArray instanceNorm(NDArray input, NDArray gamma, NDArray beta) {
        Shape perChannel = new Shape(1, gamma.size(), 1, 1);
        try (NDArray pixels = EngineScalar.of(
                        input,
                        (double) input.getShape().get(2) * input.getShape().get(3));
                NDArray epsilon = EngineScalar.of(input, BatchNormTerms.EPSILON);
                NDArray sum = input.sum(HEIGHT_AND_WIDTH, true);
                NDArray mean = sum.div(pixels);
                NDArray centered = input.sub(mean);
                NDArray squares = centered.square();
                NDArray sumOfSquares = squares.sum(HEIGHT_AND_WIDTH, true);
                NDArray variance = sumOfSquares.div(pixels);
                NDArray stabilised = variance.add(epsilon);
                NDArray deviation = stabilised.sqrt();
                NDArray normalized = centered.div(deviation);
                NDArray scales = gamma.reshape(perChannel);
                NDArray shifts = beta.reshape(perChannel)) {
            return normalized.mul(scales).addi(shifts);
        }
    }

    @Override
    public NDArray relu(NDArray input) {
        return Activation.relu(input);
    }

    @Override
    public NDArray silu(NDArray input) {
        return timesLogistic(input);
    }

    @Override
    public NDArray gate(NDArray input, NDArray control) {
        Shape shape = control.getShape();
        try (NDArray weights = Activation.sigmoid(control);
                NDArray perChannel = weights.reshape(shape.get(0), shape.get(1), 1, 1)) {
            return input.mul(perChannel);
        }
    }

    @Override
    public NDArray add(NDArray first, NDArray second) {
        return first.add(second);
    }

    @Override
    public NDArray subsample(NDArray input, int channels) {
        Shape shape = input.getShape();
        long added = channels - shape.get(1);
        try (NDArray sampled = input.get(new NDIndex(":, :, ::2, ::2"))) {
            if (added == 0) {
                return sampled.duplicate();
            }
            Shape smaller = sampled.getShape();
            DataType type = input.getDataType();
            NDManager manager = input.getManager();
            try (NDArray before = manager.zeros(withChannels(smaller, added / 2), type);
                    NDArray after = manager.zeros(withChannels(smaller, added - added / 2), type)) {
                return NDArrays.concat(new NDList(before, sampled, after), 1);
            }
        }
    }

    private static Shape withChannels(Shape shape, long channels) {
        return new Shape(shape.get(0), channels, shape.get(2), shape.get(3));
    }

    @Override
    public ChannelHalves split(NDArray input) {
        long channels = input.getShape().get(1);
        return new ChannelHalves(
                input.get(new NDIndex(":, 0:{}", channels / 2)), input.get(new NDIndex(":, {}:", channels / 2)));
    }

    @Override
    public NDArray interleave(NDArray first, NDArray second) {
        Shape shape = first.getShape();
        try (NDArray pairs = NDArrays.stack(new NDList(first, second), 2)) {
            return pairs.reshape(shape.get(0), 2 * shape.get(1), shape.get(2), shape.get(3));
        }
    }

    @Override
    public NDArray averagePool(NDArray input, int size) {
        return Pool.avgPool2d(input, square(size), square(size), square(0), false, true);
    }

    @Override
    public NDArray adaptiveAveragePool(NDArray input, int size) {
        Shape shape = input.getShape();
        int height = Math.toIntExact(shape.get(2));
        int width = Math.toIntExact(shape.get(3));
        double[] shares = AdaptiveShares.of(height, width, size);
        try (NDArray exact = input.getManager().create(shares, new Shape((long) height * width, (long) size * size));
                NDArray typed = exact.toType(input.getDataType(), true);
                NDArray kept = typed.duplicate();
                NDArray flat = input.reshape(shape.get(0) * shape.get(1), (long) height * width);
                NDArray pooled = flat.matMul(kept)) {
            return pooled.reshape(shape.get(0), shape.get(1), size, size);
        }
    }

    @Override
    public NDArray maxPool(NDArray input, int size, int stride, int padding) {
        return Pool.maxPool2d(input, square(size), square(stride), square(padding), false);
    }

    @Override
    public NDArray globalAverage(NDArray input) {
        double pixels = (double) input.getShape().get(2) * input.getShape().get(3);
        try (NDArray sum = input.sum(HEIGHT_AND_WIDTH);
                NDArray divisor = EngineScalar.of(input, pixels)) {
            return sum.div(divisor);
        }
    }

    @Override
    public NDArray flatten(NDArray input) {
        return input.reshape(input.getShape().get(0), -1);
    }

    @Override
    public NDArray linear(NDArray input, NDArray weight, NDArray bias) {
        return Linear.linear(input, weight, bias).singletonOrThrow();
    }

    /** Applies a nonlinearity and closes its input, unless that is the result. */
    public static NDArray withNonlinearity(NDArray input, Nonlinearity kind) {
        if (kind == Nonlinearity.NONE) {
            return input;
        }
        try (input) {
            return switch (kind) {
                case NONE -> throw new IllegalStateException("handled above");
                case RELU -> Activation.relu(input);
                case RELU6 -> relu6(input);
                case SILU -> timesLogistic(input);
            };
        }
    }

    private static NDArray relu6(NDArray input) {
        try (NDArray positive = Activation.relu(input);
                NDArray six = EngineScalar.of(input, 6)) {
            return positive.minimum(six);
        }
    }

    private static NDArray timesLogistic(NDArray input) {
        try (NDArray logistic = Activation.sigmoid(input)) {
            return input.mul(logistic);
        }
    }

    private static Shape square(int side) {
        return new Shape(side, side);
    }
}
