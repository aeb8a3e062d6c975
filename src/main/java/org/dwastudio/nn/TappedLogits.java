package org.dwastudio.nn;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.dwastudio.nn.operator.ChannelStatistics;

/**
 * What one pass through a network says about a batch, all of it inside the gradient.
 *
 * @param logits [N, classes]
 * @param features [N, F], the input of the last layer
 * @param statistics of the input of every batch-norm layer over (N, H, W), in module order
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
