package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.nn.operator.ChannelStatistics;
import org.dwastudio.nn.operator.Operators;

/** Listens to what enters the batch-norm layers during one pass. */
@FunctionalInterface
public interface BatchNormTap {

    /** Hears nothing and costs nothing. */
    BatchNormTap CLOSED = (layer, input) -> {};

    /** Sees the input [N, C, H, W] of a layer. */
    void observe(BatchNorm layer, NDArray input);

    /** Keeps mean and biased variance of every layer's input, inside the gradient. */
    final class Statistics implements BatchNormTap {
        private final Operators operators;
        private final Map<BatchNorm, ChannelStatistics> seen = new HashMap<>();

        public Statistics(Operators operators) {
            this.operators = operators;
        }

        @Override
        public void observe(BatchNorm layer, NDArray input) {
            seen.put(layer, operators.statistics(input));
        }

        /** What was seen, in the order of the given layers: blocks run in another order than they are listed. */
        public List<ChannelStatistics> of(List<BatchNorm> layers) {
            return layers.stream().map(seen::get).toList();
        }
    }
}
