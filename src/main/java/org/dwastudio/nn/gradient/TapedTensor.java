package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.dwastudio.nn.operator.ChannelStatistics;

/** A tensor of a pass that the way back needs, and the gradient that arrives there. */
final class TapedTensor {
    private final NDArray kept;
    private Optional<ChannelStatistics> statistics = Optional.empty();
    private Optional<BatchNormGap> gap = Optional.empty();
    private Optional<NDArray> gradient = Optional.empty();

    TapedTensor(NDArray kept) {
        this.kept = kept;
    }

    /** The tensor; once its gradient has come, the gradient may stand in its place. */
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

    /** Hands the gradient over. */
    NDArray takeGradient() {
        NDArray taken = gradient.orElseThrow(() -> new IllegalStateException("no gradient has come this way"));
        gradient = Optional.empty();
        return taken;
    }

    /** Lets go of what only the way back needed. */
    void release() {
        kept.close();
        statistics.ifPresent(ChannelStatistics::close);
        gap.ifPresent(BatchNormGap::close);
    }
}
