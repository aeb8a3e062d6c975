package org.dwastudio.nn.operator;

import ai.djl.ndarray.NDArray;

/**
 * Tensor [N, C, H, W] split in the middle of its channels.
 *
 * @param first [N, C / 2, H, W]
 * @param second [N, C / 2, H, W]
 */
public record ChannelHalves(NDArray first, NDArray second) implements AutoCloseable {
    @Override
    public void close() {
        first.close();
        second.close();
    }
}
