package org.dwastudio.weights.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dwastudio.weights.WeightsException;
import org.dwastudio.weights.pickle.PickledObject;

/**
 * Search for the named tensors in a PyTorch file: a state dict, or a checkpoint that contains one among other things.
 */
final class StateDict {
    /** Keys that training programs use, the most likely first. */
    private static final List<String> USUAL = List.of(
            "state_dict", "model_state_dict", "model", "net", "network", "weights", "params", "ema", "state_dict_ema");

    private static final int DEEPEST = 3;

    private StateDict() {}

    /**
     * Returns the tensors of a pickle by name, in the order of the file.
     *
     * @throws IllegalArgumentException if there are none, or more than one state dict; with a message for the user
     */
    static Map<String, TorchTensor> in(Object pickled) {
        if (pickled instanceof PickledObject object && TorchGlobals.isScripted(object.called())) {
            return new ScriptModule(object).tensors();
        }
        if (!(pickled instanceof Map<?, ?> root)) {
            throw new IllegalArgumentException("it contains no named tensors. Please save the weights with"
                    + " torch.save(model.state_dict(), FILE).");
        }
        Map<String, TorchTensor> tensors = new LinkedHashMap<>();
        chosen(root).forEach((name, value) -> {
            if (name instanceof String text && TorchTensor.isTensor(value)) {
                try {
                    tensors.put(text, TorchTensor.of(value));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "tensor '" + text + "': " + e.getMessage() + WeightsException.BROKEN, e);
                }
            }
        });
        return tensors;
    }

    private static Map<?, ?> chosen(Map<?, ?> root) {
        Optional<Map<?, ?>> usual = usual(root, DEEPEST);
        if (usual.isPresent()) {
            return usual.get();
        }
        return holdsTensors(root) ? root : only(root);
    }

    private static Optional<Map<?, ?>> usual(Map<?, ?> map, int depth) {
        for (String key : USUAL) {
            if (map.get(key) instanceof Map<?, ?> nested) {
                // A dictionary may contain itself.
                Optional<Map<?, ?>> within = depth == 0 ? Optional.empty() : usual(nested, depth - 1);
                if (within.isPresent()) {
                    return within;
                }
                if (holdsTensors(nested)) {
                    return Optional.of(nested);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the only entry that holds tensors, whatever its name. */
    private static Map<?, ?> only(Map<?, ?> map) {
        List<Map<?, ?>> found = new ArrayList<>();
        List<String> names = new ArrayList<>();
        map.forEach((key, value) -> {
            if (value instanceof Map<?, ?> nested && holdsTensors(nested)) {
                found.add(nested);
                names.add("'" + key + "'");
            }
        });
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            String entries = map.keySet().stream()
                    .filter(String.class::isInstance)
                    .map(key -> "'" + key + "'")
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException("it contains no named tensors; its entries are "
                    + (entries.isEmpty() ? "none" : entries)
                    + ". Please save the weights with torch.save(model.state_dict(), FILE).");
        }
        throw new IllegalArgumentException("it holds several sets of tensors: " + String.join(", ", names)
                + ". Please save only the intended one: torch.save(checkpoint[NAME], FILE).");
    }

    private static boolean holdsTensors(Map<?, ?> map) {
        return map.values().stream().anyMatch(TorchTensor::isTensor);
    }
}
