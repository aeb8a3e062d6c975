package org.dwastudio.teacher;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.nn.layout.NameMapping;

/**
 * Report on how the tensors of a weights file became those of a network.
 *
 * @param group keys within the file that lead to the weights, separated by dots; empty if they are the whole file
 * @param renamed modules whose names differ: the path in the file and the path in the network
 * @param folded biases that became part of the norm after them
 * @param filled tensors of the network that the file lacks because they are 0 or 1
 * @param leftOut tensors of the file that the network does not use
 * @param placeholders Python classes that the file names apart from tensors; none was created or run
 */
public record ImportReport(
        String group,
        Map<String, String> renamed,
        List<String> folded,
        List<String> filled,
        List<String> leftOut,
        List<String> placeholders) {

    public ImportReport {
        renamed = Collections.unmodifiableMap(new LinkedHashMap<>(renamed));
        folded = List.copyOf(folded);
        filled = List.copyOf(filled);
        leftOut = List.copyOf(leftOut);
        placeholders = List.copyOf(placeholders);
    }

    static ImportReport of(String group, NameMapping mapping, List<String> placeholders) {
        return new ImportReport(
                group,
                mapping.renamedModules(),
                new ArrayList<>(mapping.folded().values()),
                mapping.filled(),
                mapping.extra(),
                placeholders);
    }

    /** Returns the prefix that most renamed modules have in the file and lack in the network; empty if there is none. */
    public String prefix() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        renamed.forEach((from, to) -> {
            if (from.endsWith("." + to)) {
                counts.merge(from.substring(0, from.length() - to.length()), 1, Integer::sum);
            }
        });
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** Returns the renamed modules that differ in more than {@link #prefix()}. */
    public Map<String, String> renamedBeyondPrefix() {
        String prefix = prefix();
        Map<String, String> beyond = new LinkedHashMap<>(renamed);
        beyond.entrySet().removeIf(entry -> entry.getKey().equals(prefix + entry.getValue()));
        return beyond;
    }
}
