package org.dwastudio.weights.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.pickle.PickledObject;

/** Parameters and buffers of a TorchScript module and its submodules, named by the path of attributes. */
final class ScriptModule {
    private static final int DEEPEST = 100;
    // A module can be reached by several paths, and their number multiplies.
    private static final int MOST_MODULES = 100_000;

    private final PickledObject root;
    private final Map<String, TorchTensor> tensors = new LinkedHashMap<>();
    private int modules;

    ScriptModule(PickledObject root) {
        this.root = root;
    }

    /**
     * Returns all parameters and buffers.
     *
     * @throws IllegalArgumentException if there are none or the modules are nested too deeply
     */
    Map<String, TorchTensor> tensors() {
        visit("", root, 0);
        if (tensors.isEmpty()) {
            throw new IllegalArgumentException("its module has no parameters; a frozen or optimized module has lost"
                    + " their names. Please save the module before torch.jit.freeze.");
        }
        return tensors;
    }

    private void visit(String prefix, PickledObject module, int depth) {
        if (depth > DEEPEST || ++modules > MOST_MODULES) {
            throw new IllegalArgumentException("its modules are nested absurdly" + WeightsException.BROKEN);
        }
        if (!(module.state() instanceof Map<?, ?> attributes)) {
            return;
        }
        attributes.forEach((name, value) -> {
            String path = prefix + name;
            if (TorchTensor.isTensor(value)) {
                try {
                    tensors.put(path, TorchTensor.of(value));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "tensor '" + path + "': " + e.getMessage() + WeightsException.BROKEN, e);
                }
            } else if (value instanceof PickledObject child && TorchGlobals.isScripted(child.called())) {
                visit(path + ".", child, depth + 1);
            }
        });
    }
}
