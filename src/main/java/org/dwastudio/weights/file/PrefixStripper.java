package org.dwastudio.weights.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.weights.StoredTensor;

/** Removal of the prefixes that wrapper modules add to tensor names: data parallelism, compilation, training code. */
final class PrefixStripper {
    private static final List<String> PREFIXES =
            List.of("module.", "_orig_mod.", "model.", "backbone.", "net.", "network.");
    // The counter that PyTorch's averaged models store next to the network.
    private static final String COUNTER = "n_averaged";

    private PrefixStripper() {}

    /** Returns the tensors without the prefixes that all of them have. */
    static Map<String, StoredTensor> stripped(Map<String, StoredTensor> tensors) {
        Map<String, StoredTensor> current = new LinkedHashMap<>(tensors);
        current.remove(COUNTER);
        Optional<String> prefix = common(current);
        while (prefix.isPresent()) {
            current = without(prefix.get(), current);
            prefix = common(current);
        }
        return current;
    }

    private static Optional<String> common(Map<String, StoredTensor> tensors) {
        return PREFIXES.stream()
                .filter(prefix ->
                        !tensors.isEmpty() && tensors.keySet().stream().allMatch(name -> name.startsWith(prefix)))
                .findFirst();
    }

    private static Map<String, StoredTensor> without(String prefix, Map<String, StoredTensor> tensors) {
        Map<String, StoredTensor> stripped = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> stripped.put(name.substring(prefix.length()), tensor));
        return stripped;
    }
}
