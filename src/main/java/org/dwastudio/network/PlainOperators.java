package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;

/** The operations written with what DJL offers. */
public final class PlainOperators implements Operators {
    private static final int[] ALL_BUT_CHANNELS = {0, 2, 3};

    @Override
    public NDArray convolution(NDArray input, NDArray weight, int stride, int padding) {
        return Conv2d.conv2d(
                        input, weight, null, new Shape(stride, stride), new Shape(padding, padding), new Shape(1, 1))
                .singletonOrThrow();
    }

    @Override
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

    @Override
    public NDArray batchNorm(NDArray input, BatchNormTerms terms) {
        // A multiplication and an addition keep ε in double precision, which DJL's batch norm does not,
        // and leave nothing of the input's size for the backward pass when the weights are frozen.
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

    @Override
    public NDArray batchNormRelu(NDArray input, BatchNormTerms terms) {
        try (NDArray normalized = batchNorm(input, terms)) {
            return Activation.relu(normalized);
        }
    }

    @Override
    public NDArray batchNormAddRelu(NDArray input, BatchNormTerms terms, NDArray shortcut) {
        try (NDArray normalized = batchNorm(input, terms)) {
            return Activation.relu(normalized.addi(shortcut));
        }
    }

    @Override
    public NDArray averagePool(NDArray input, int size) {
        Shape square = new Shape(size, size);
        return Pool.avgPool2d(input, square, square, new Shape(0, 0), false, true);
    }

    @Override
    public NDArray maxPool(NDArray input, int size, int stride, int padding) {
        return Pool.maxPool2d(
                input, new Shape(size, size), new Shape(stride, stride), new Shape(padding, padding), false);
    }

    @Override
    public NDArray globalAverage(NDArray input) {
        double pixels = (double) input.getShape().get(2) * input.getShape().get(3);
        try (NDArray sum = input.sum(new int[] {2, 3});
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
}
