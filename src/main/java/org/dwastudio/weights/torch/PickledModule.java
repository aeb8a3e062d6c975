package org.dwastudio.weights.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.text.DescribedArgumentException;
import org.dwastudio.text.Message;
import org.dwastudio.weights.ReadBudget;
import org.dwastudio.weights.pickle.PickledObject;
import org.jspecify.annotations.Nullable;

/**
 * Parameters and buffers of a whole module, as {@code torch.save(model)} pickles it: a placeholder whose state contains
 * {@code _parameters}, {@code _buffers} and {@code _modules}. The names are those of {@code model.state_dict()}.
 */
final class PickledModule {
    private static final int DEEPEST = 100;

    private final ReadBudget budget;
    private final Map<String, Object> tensors = new LinkedHashMap<>();

    private PickledModule(ReadBudget budget) {
        this.budget = budget;
    }

    /** Returns true if a value is a placeholder of a module. */
    static boolean isModule(Object value) {
        return value instanceof PickledObject object
                && object.state() instanceof Map<?, ?> state
                && state.get("_parameters") instanceof Map<?, ?>
                && state.get("_modules") instanceof Map<?, ?>;
    }

    /**
     * Returns the tensors by name.
     *
     * @throws IllegalArgumentException if the modules are nested too deeply
     */
    static Map<String, Object> tensors(Object module, ReadBudget budget) {
        PickledModule reader = new PickledModule(budget);
        reader.visit("", module, 0);
        return reader.tensors;
    }

    private void visit(String prefix, Object module, int depth) {
        if (depth > DEEPEST) {
            throw new DescribedArgumentException(Message.of("torch.nested"));
        }
        budget.chargeObjects(1);
        Map<?, ?> state = (Map<?, ?>) ((PickledObject) module).state();
        collect(prefix, state.get("_parameters"));
        collect(prefix, state.get("_buffers"));
        if (state.get("_modules") instanceof Map<?, ?> modules) {
            modules.forEach((name, child) -> {
                if (name instanceof String text && isModule(child)) {
                    budget.chargeBytes(prefix.length() + text.length());
                    visit(prefix + text + ".", child, depth + 1);
                }
            });
        }
    }

    private void collect(String prefix, @Nullable Object values) {
        if (values instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name instanceof String text && PickledTensor.isTensor(value)) {
                    budget.chargeObjects(1);
                    budget.chargeBytes(prefix.length() + text.length());
                    tensors.put(prefix + text, value);
                }
            });
        }
    }
}
