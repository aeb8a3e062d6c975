package org.dwastudio.network;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Listens to what enters the batch-norm layers during one pass. */
sealed interface BatchNormTap {

    /** Sees the input [N, C, H, W] of a layer. */
    void observe(BatchNorm layer, NDArray input);

    /** Hears nothing and costs nothing. */
    enum Closed implements BatchNormTap {
        INSTANCE;

        @Override
        public void observe(BatchNorm layer, NDArray input) {
            // A pass without a tap has nothing to keep.
        }
    }

    /** Keeps mean and biased variance of every layer's input, inside the gradient. */
    final class Open implements BatchNormTap {
        private final Operators operators;
        private final Map<BatchNorm, ChannelStatistics> statistics = new HashMap<>();

        Open(Operators operators) {
            this.operators = operators;
        }

        @Override
        public void observe(BatchNorm layer, NDArray input) {
            statistics.put(layer, operators.statistics(input));
        }

        /** What was seen, in the order of the given layers: blocks run in another order than they are listed. */
        List<ChannelStatistics> of(List<BatchNorm> layers) {
            return layers.stream().map(statistics::get).toList();
        }
    }
}
