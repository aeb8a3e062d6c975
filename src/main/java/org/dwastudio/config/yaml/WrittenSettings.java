package org.dwastudio.config.yaml;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dwastudio.config.Experiment;

/**
 * Settings of an experiment as text, as in its file.
 *
 * @param values values by names such as {@code synthesis.rho}, in the file's order; the elements of a list together
 */
public record WrittenSettings(Map<String, String> values) {
    private static final Pattern LINE = Pattern.compile("( *)([A-Za-z0-9]+):(?: (.*))?");

    /** Returns the settings of an experiment without its tuning changes. */
    public static WrittenSettings of(Experiment experiment) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        Deque<String> blocks = new ArrayDeque<>();
        String newest = "";
        // Manual changes are shown separately.
        for (String line : ExperimentWriter.toYaml(experiment.withTuning(List.of()))
                .lines()
                .toList()) {
            Matcher entry = LINE.matcher(line);
            if (!entry.matches()) {
                values.merge(newest, line.strip().replaceFirst("^- ", ""), (old, more) -> (old + " " + more).strip());
                continue;
            }
            while (blocks.size() > entry.group(1).length() / 2) {
                blocks.removeLast();
            }
            blocks.addLast(entry.group(2));
            newest = String.join(".", blocks);
            if (entry.group(3) != null) {
                values.put(newest, entry.group(3));
            }
        }
        values.remove("tuning");
        values.remove("format");
        return new WrittenSettings(values);
    }

    /** Returns the number of settings of a block that differ. */
    public long differences(WrittenSettings other, String block) {
        return values.keySet().stream()
                .filter(key -> key.startsWith(block + ".") && differs(other, key))
                .count();
    }

    /** Returns true if a setting has another value, or exists in one of both only. */
    public boolean differs(WrittenSettings other, String key) {
        return !Objects.equals(values.get(key), other.values.get(key));
    }
}
