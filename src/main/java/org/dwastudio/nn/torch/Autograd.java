package org.dwastudio.nn.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Automatic differentiation on one thread, from its beginning to {@link #close}. Several threads may differentiate at the
 * same time, each with its own tensors; DJL's gradient collector allows only one in the whole process.
 */
public final class Autograd implements AutoCloseable {
    private final boolean before;

    private Autograd(boolean before) {
        this.before = before;
    }

    /** Begins to record the operations of this thread on tensors that require gradients. */
    public static Autograd begin() {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
        return new Autograd(before);
    }

    /**
     * Computes the gradients of a loss and adds them to those of the tensors that it depends on.
     *
     * @param loss a scalar
     */
    public void backward(NDArray loss) {
        try (NDArray one = loss.onesLike()) {
            JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
        }
    }

    /** Restores the former state of the thread. */
    @Override
    public void close() {
        JniUtils.setGradMode(before);
    }
}
