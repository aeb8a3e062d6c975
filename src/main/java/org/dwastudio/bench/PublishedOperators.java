package org.dwastudio.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.BatchNorm;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.operator.BatchNormTerms;
import org.dwastudio.nn.operator.ChannelStatistics;
import org.dwastudio.nn.operator.EngineScalar;
import org.dwastudio.nn.operator.PlainOperators;

/**
 * The operations as the published code calls them: the batch-norm operator, a separate addition and ReLU, the variance in
 * two passes over a permuted copy; and tensors in PyTorch's default memory format.
 */
final class PublishedOperators extends PlainOperators {
    private static final int CHANNEL_AXIS = 1;
    private static final float MOMENTUM = 0.9f;

    /** Puts a network's convolution weights into PyTorch's default memory format. */
    static void useDefaultFormat(Network network) {
        for (NDArray weight : network.parameters().values()) {
            Shape shape = weight.getShape();
            try (NDArray flat = weight.reshape(shape.size());
                    NDArray ordered = flat.reshape(shape)) {
                weight.intern(ordered.duplicate());
            }
        }
    }

    @Override
    public ChannelStatistics statistics(NDArray input) {
        Shape shape = input.getShape();
        double count = (double) shape.size() / shape.get(1);
        NDArray byChannel = input.transpose(1, 0, 2, 3).reshape(shape.get(1), -1);
        NDArray divisor = EngineScalar.of(input, count);
        NDArray mean = byChannel.sum(new int[] {1}, true).div(divisor);
        NDArray variance = byChannel.sub(mean).square().sum(new int[] {1}).div(divisor);
        return new ChannelStatistics(mean.reshape(-1), variance);
    }

    @Override
    public NDArray batchNorm(NDArray input, BatchNormTerms terms) {
        return BatchNorm.batchNorm(
                        input,
                        terms.mean(),
                        terms.variance(),
                        terms.gamma(),
                        terms.beta(),
                        CHANNEL_AXIS,
                        MOMENTUM,
                        (float) BatchNormTerms.EPSILON,
                        false)
                .singletonOrThrow();
    }

    @Override
    protected NDArray batchNormAdd(NDArray input, BatchNormTerms terms, NDArray shortcut) {
        try (NDArray normalized = batchNorm(input, terms)) {
            return NDArrays.add(normalized, shortcut);
        }
    }
}
