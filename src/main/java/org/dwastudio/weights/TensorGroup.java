package org.dwastudio.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Set of named tensors within a file, such as the state dict of one network of a checkpoint.
 *
 * @param key keys that lead to it, separated by dots; empty for the whole file
 * @param tensors tensors by name, in the order of the file
 */
public record TensorGroup(String key, Map<String, StoredTensor> tensors) {

    public TensorGroup {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }
}
