package org.dwastudio.nn;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.dwastudio.nn.operator.ChannelStatistics;

/**
 * Results of one pass through a network; autograd can differentiate all of them.
 *
 * @param logits [N, classes]
 * @param features [N, F], the input of the last layer
 * @param statistics statistics of every batch norm's input over (N, H, W), in module order
 */
public record TappedLogits(NDArray logits, NDArray features, List<ChannelStatistics> statistics)
        implements AutoCloseable {

    public TappedLogits {
        statistics = List.copyOf(statistics);
    }

    @Override
    public void close() {
        logits.close();
        features.close();
        statistics.forEach(ChannelStatistics::close);
    }
}
