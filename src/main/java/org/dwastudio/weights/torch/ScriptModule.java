package org.dwastudio.weights.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;
import org.dwastudio.weights.ReadBudget;
import org.dwastudio.weights.pickle.PickledObject;

/** Parameters and buffers of a TorchScript module and its submodules, named by the path of attributes. */
final class ScriptModule {
    private static final int DEEPEST = 100;

    private final PickledObject root;
    private final ReadBudget budget;
    private final Map<String, PickledTensor> tensors = new LinkedHashMap<>();

    /**
     * Creates a reader of a module.
     *
     * @param budget limits: a module can be reached by several paths, and their number multiplies
     */
    ScriptModule(PickledObject root, ReadBudget budget) {
        this.root = root;
        this.budget = budget;
    }

    /**
     * Returns all parameters and buffers.
     *
     * @throws IllegalArgumentException if there are none or the modules are nested too deeply
     */
    Map<String, PickledTensor> tensors() {
        visit("", root, 0);
        if (tensors.isEmpty()) {
            throw new DescribedArgumentException(Message.of("torch.frozen"));
        }
        return tensors;
    }

    private void visit(String prefix, PickledObject module, int depth) {
        if (depth > DEEPEST) {
            throw new DescribedArgumentException(Message.of("weights.broken", Message.of("torch.tooDeep")));
        }
        if (!(module.state() instanceof Map<?, ?> attributes)) {
            return;
        }
        attributes.forEach((name, value) -> {
            budget.chargeObjects(1);
            if (name instanceof String text) {
                budget.chargeBytes(prefix.length() + text.length());
                visit(prefix + text, value, depth);
            }
        });
    }

    private void visit(String path, Object value, int depth) {
        if (TorchTensor.isTensor(value)) {
            try {
                tensors.put(path, TorchTensor.of(value));
            } catch (IllegalArgumentException e) {
                throw new DescribedArgumentException(
                        Message.of(
                                "weights.broken",
                                Message.of("weights.tensor", PrintableText.name(path), FailureCause.reason(e))),
                        e);
            }
        } else if (value instanceof PickledObject child && TorchGlobals.isScripted(child.called())) {
            visit(path + ".", child, depth + 1);
        }
    }
}
