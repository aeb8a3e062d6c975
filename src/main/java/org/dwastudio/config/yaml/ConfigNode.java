package org.dwastudio.config.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A configuration as it was written, each part with the place it stands at. */
sealed interface ConfigNode {

    /** File and line, for example {@code demonstration.yaml:7}. */
    String place();

    /** Keys with their values, in the order in which they were written. */
    record Block(String place, Map<String, ConfigNode> entries) implements ConfigNode {
        public Block {
            entries = new LinkedHashMap<>(entries);
        }

        static Block empty(String place) {
            return new Block(place, Map.of());
        }
    }

    /** A list. */
    record Sequence(String place, List<ConfigNode> items) implements ConfigNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A key without a value: the same as no key. */
    record Nothing(String place) implements ConfigNode {}

    /** A single value. */
    record Scalar(String place, String text) implements ConfigNode {}
}
