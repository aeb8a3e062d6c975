package org.dwastudio.nn.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Mapping of a network's tensors to those of a file.
 *
 * @param names name in the file by the name in the network; without those in {@code filled}
 * @param folded name in the file of a bias before a norm, by the norm's module path in the network
 * @param filled names in the network of tensors that the file lacks because they are 0 (bias) or 1 (weight)
 * @param extra names in the file that the network does not use
 */
public record NameMapping(
        Map<String, String> names, Map<String, String> folded, List<String> filled, List<String> extra) {

    public NameMapping {
        names = new LinkedHashMap<>(names);
        folded = new LinkedHashMap<>(folded);
        filled = List.copyOf(filled);
        extra = List.copyOf(extra);
    }

    /** Returns the mapping of a part of a file to the whole file. */
    public NameMapping under(String prefix, List<String> outside) {
        Map<String, String> full = new LinkedHashMap<>();
        names.forEach((ours, theirs) -> full.put(ours, prefix + theirs));
        Map<String, String> biases = new LinkedHashMap<>();
        folded.forEach((ours, theirs) -> biases.put(ours, prefix + theirs));
        List<String> unused = new ArrayList<>(outside);
        extra.forEach(name -> unused.add(prefix + name));
        return new NameMapping(full, biases, filled, unused);
    }

    /** Returns true if the network uses all tensors of the file. */
    public boolean isComplete() {
        return extra.isEmpty();
    }

    /** Returns the paths of modules whose names differ, from the file's to the network's, in the network's order. */
    public Map<String, String> renamedModules() {
        Map<String, String> renamed = new LinkedHashMap<>();
        names.forEach((ours, theirs) -> {
            String from = ModulePath.parent(theirs);
            String to = ModulePath.parent(ours);
            if (!from.equals(to)) {
                renamed.put(from, to);
            }
        });
        return renamed;
    }
}
