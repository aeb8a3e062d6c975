package org.dwastudio.nn.operator;

import ai.djl.ndarray.NDArray;

/**
 * Mean and variance of every channel.
 *
 * @param mean [C]
 * @param variance [C]; biased (divided by the count) where it describes a batch
 */
public record ChannelStatistics(NDArray mean, NDArray variance) implements AutoCloseable {
    @Override
    public void close() {
        mean.close();
        variance.close();
    }
}
