package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;

/**
 * What one look of a frozen network at a batch says.
 *
 * @param crossEntropy mean over the batch, in nats
 * @param meanGaps ‖μ_l − μ̂_l‖₂ of every batch norm, in module order, unweighted
 * @param varianceGaps ‖σ²_l − σ̂²_l‖₂ of every batch norm, in module order, unweighted
 * @param gradient of the weighted total with respect to the images, [N, C, H, W]; belongs to their manager
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and let go; nobody compares losses.
public record PixelLoss(double crossEntropy, double[] meanGaps, double[] varianceGaps, NDArray gradient)
        implements AutoCloseable {
    @Override
    public void close() {
        gradient.close();
    }
}
