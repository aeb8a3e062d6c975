package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.dwastudio.nn.LayerWeight;
import org.dwastudio.nn.operator.ChannelStatistics;

/**
 * Distance between the statistics of a batch and the running statistics of a batch norm, with its gradient with respect
 * to the batch norm's input z. The gradient is constant + slope · z in every channel: with n = N · H · W and the
 * weights w of the layer, slope = 2 w_σ (σ² − σ̂²) / (‖σ² − σ̂²‖ n) and constant = w_μ (μ − μ̂) / (‖μ − μ̂‖ n) − slope
 * · μ. A gap of zero has the gradient zero.
 *
 * @param mean ‖μ − μ̂‖₂, a scalar
 * @param variance ‖σ² − σ̂²‖₂, a scalar
 * @param constant [1, C, 1, 1]
 * @param slope [1, C, 1, 1]
 */
record BatchNormGap(NDArray mean, NDArray variance, NDArray constant, NDArray slope) implements AutoCloseable {

    /**
     * Measures one layer.
     *
     * @param input shape [N, C, H, W] of z
     */
    static BatchNormGap of(
            PixelOperators operators,
            NDManager owner,
            Shape input,
            ChannelStatistics batch,
            ChannelStatistics running,
            LayerWeight weight) {
        double count = (double) input.get(0) * input.get(2) * input.get(3);
        NDList results = operators.all(
                owner,
                "alignment",
                batch.mean(),
                batch.variance(),
                running.mean(),
                running.variance(),
                weight.mean(),
                weight.variance(),
                count);
        return new BatchNormGap(results.get(0), results.get(1), results.get(2), results.get(3));
    }

    /** Closes the gradient; the gaps themselves are read later. */
    @Override
    public void close() {
        constant.close();
        slope.close();
    }
}
