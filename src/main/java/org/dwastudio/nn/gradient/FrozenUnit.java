package org.dwastudio.nn.gradient;

import ai.djl.pytorch.jni.IValue;

/**
 * Arguments of the operator {@code unit} that stay the same in all passes.
 *
 * @param tensors weight, terms of the batch norm, scale and bias
 * @param settings integers of the convolution, place of the batch norm among all, and the function
 */
record FrozenUnit(IValue tensors, IValue settings, IValue epsilon) implements AutoCloseable {
    @Override
    public void close() {
        tensors.close();
        settings.close();
        epsilon.close();
    }
}
