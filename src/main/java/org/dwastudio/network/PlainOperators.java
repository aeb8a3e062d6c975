package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;

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
                NDArray meanOfSquares = sumOfSquares.div(count)) {
            NDArray mean = sum.div(count);
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
}
