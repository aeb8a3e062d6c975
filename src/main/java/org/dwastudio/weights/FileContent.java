package org.dwastudio.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Content of a tensor file, independent of its format.
 *
 * @param groups sets of named tensors, the most likely network first; at least one
 * @param ambiguous true if nothing but the number of tensors supports the order of the groups
 * @param metadata free text of a safetensors file; empty for every other format
 * @param placeholders Python classes and functions that a pickle names apart from tensors; none was created or called
 */
public record FileContent(
        List<TensorGroup> groups, boolean ambiguous, Map<String, String> metadata, List<String> placeholders) {

    public FileContent {
        groups = List.copyOf(groups);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        placeholders = List.copyOf(placeholders);
    }

    /** Returns the content of a file that has one set of tensors and nothing else. */
    public static FileContent of(Map<String, StoredTensor> tensors, Map<String, String> metadata) {
        return new FileContent(List.of(new TensorGroup("", tensors)), false, metadata, List.of());
    }
}
