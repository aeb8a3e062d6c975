package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;

/**
 * Loss of a frozen network for a batch, with its gradient.
 *
 * @param crossEntropy mean over the batch, in nats
 * @param meanGaps ‖μ_l − μ̂_l‖₂ of every batch norm, in module order, unweighted
 * @param varianceGaps ‖σ²_l − σ̂²_l‖₂ of every batch norm, in module order, unweighted
 * @param gradient gradient of the weighted total with respect to the images, [N, C, H, W]; belongs to their manager
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and released; losses are never compared.
public record PixelLoss(double crossEntropy, double[] meanGaps, double[] varianceGaps, NDArray gradient)
        implements AutoCloseable {
    @Override
    public void close() {
        gradient.close();
    }
}
