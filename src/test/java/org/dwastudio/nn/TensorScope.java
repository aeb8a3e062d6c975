package org.dwastudio.nn;

import ai.djl.ndarray.NDManager;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.nn.torch.TorchEngine;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Owner of the tensors of one test: opens a manager and operators on first use and closes both after the test. */
public final class TensorScope implements AfterEachCallback {
    private NDManager manager;
    private PixelOperators operators;

    @Override
    public void afterEach(ExtensionContext context) {
        if (operators != null) {
            operators.close();
            operators = null;
        }
        if (manager != null) {
            manager.close();
            manager = null;
        }
    }

    /** Returns the manager of the running test. */
    public NDManager manager() {
        if (manager == null) {
            manager = TorchEngine.load().newManager();
        }
        return manager;
    }

    /** Returns the TorchScript operators of the running test. */
    public PixelOperators operators() {
        if (operators == null) {
            operators = PixelOperators.load(manager());
        }
        return operators;
    }
}
