package org.dwastudio.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Content of a tensor file, independent of its format.
 *
 * @param tensors tensors by name, in the order of the file
 * @param metadata free text of a safetensors file; empty for every other format
 */
public record NamedTensors(Map<String, StoredTensor> tensors, Map<String, String> metadata) {

    public NamedTensors {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}
