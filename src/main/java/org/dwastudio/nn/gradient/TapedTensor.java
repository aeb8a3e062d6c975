package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.dwastudio.nn.operator.ChannelStatistics;

/** Tensor of a pass that the backward pass needs, with its accumulated gradient. */
final class TapedTensor {
    private final NDArray kept;
    private Optional<ChannelStatistics> statistics = Optional.empty();
    private Optional<BatchNormGap> gap = Optional.empty();
    private Optional<NDArray> gradient = Optional.empty();

    TapedTensor(NDArray kept) {
        this.kept = kept;
    }

    /** Returns the tensor; its memory may hold the gradient once that exists. */
    NDArray kept() {
        return kept;
    }

    void setStatistics(ChannelStatistics measured) {
        statistics = Optional.of(measured);
    }

    ChannelStatistics statistics() {
        return statistics.orElseThrow(() -> new IllegalStateException("only a convolution's output is measured"));
    }

    void setGap(BatchNormGap measured) {
        gap = Optional.of(measured);
    }

    BatchNormGap gap() {
        return gap.orElseThrow(() -> new IllegalStateException("this input of a batch norm was not observed"));
    }

    boolean hasGradient() {
        return gradient.isPresent();
    }

    void setGradient(NDArray arrived) {
        gradient = Optional.of(arrived);
    }

    /** Hands over the gradient. */
    NDArray takeGradient() {
        NDArray taken = gradient.orElseThrow(() -> new IllegalStateException("no gradient has come this way"));
        gradient = Optional.empty();
        return taken;
    }

    /** Closes what only the backward pass needed. */
    void release() {
        kept.close();
        statistics.ifPresent(ChannelStatistics::close);
        gap.ifPresent(BatchNormGap::close);
    }
}
