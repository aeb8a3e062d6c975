package org.dwastudio.nn.layer;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.nn.operator.ChannelStatistics;
import org.dwastudio.nn.operator.PlainOperators;

/** Listener to the inputs of the batch-norm layers during one pass. */
@FunctionalInterface
public interface BatchNormTap {

    /** Tap that ignores all inputs at no cost. */
    BatchNormTap CLOSED = (layer, input) -> {};

    /** Receives the input [N, C, H, W] of a layer. */
    void observe(BatchNorm layer, NDArray input);

    /** Tap that keeps mean and biased variance of every layer's input; autograd can differentiate them. */
    final class Statistics implements BatchNormTap {
        private final PlainOperators operators;
        private final Map<BatchNorm, ChannelStatistics> seen = new HashMap<>();

        public Statistics(PlainOperators operators) {
            this.operators = operators;
        }

        @Override
        public void observe(BatchNorm layer, NDArray input) {
            seen.put(layer, operators.statistics(input));
        }

        /**
         * Returns the recorded statistics in the order of the given layers; blocks may run in another order than they
         * are listed.
         */
        public List<ChannelStatistics> of(List<BatchNorm> layers) {
            return layers.stream().map(seen::get).toList();
        }
    }
}
