package org.dwastudio.nn.gradient;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/** Tensor of a pass, with its accumulated gradient. */
final class TapedTensor {
    private Optional<NDArray> kept = Optional.empty();
    private Optional<NDArray> gradient = Optional.empty();

    boolean isKept() {
        return kept.isPresent();
    }

    /** Makes the tensor available to the backward pass; the handle belongs to this object from then on. */
    void keep(NDArray handle) {
        kept = Optional.of(handle);
    }

    /** Returns the tensor for a step of the backward pass. */
    NDArray kept() {
        return kept.orElseThrow(() -> new IllegalStateException("the tensor was not kept"));
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
        kept.ifPresent(NDArray::close);
    }
}
