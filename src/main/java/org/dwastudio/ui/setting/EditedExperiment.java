package org.dwastudio.ui.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.SweepReader;
import org.dwastudio.text.Message;

/**
 * Experiment with edited settings, or the reasons why they are not allowed.
 *
 * @param experiment experiment with the edits; empty if one is not allowed
 * @param problems reasons by key; the key of a reason that concerns no single setting is empty
 */
public record EditedExperiment(Optional<Experiment> experiment, Map<String, Message> problems) {
    private static final String BLOCK = "synthesis.";

    public EditedExperiment {
        problems = Map.copyOf(problems);
    }

    /** Applies edits by key. A setting that is edited loses the changes by hand that were recorded of it. */
    public static EditedExperiment of(Experiment base, Map<String, String> edits) {
        Experiment untuned = base.withTuning(base.tuning().stream()
                .filter(change -> !edits.containsKey(BLOCK + change.parameter().key()))
                .toList());
        try {
            return new EditedExperiment(
                    Optional.of(edits.isEmpty() ? untuned : SweepReader.withValues(untuned, edits)), Map.of());
        } catch (ConfigException e) {
            Map<String, Message> problems = new LinkedHashMap<>();
            for (ConfigProblem problem : e.problems()) {
                problems.putIfAbsent(edits.containsKey(problem.key()) ? problem.key() : "", problem.message());
            }
            return new EditedExperiment(Optional.empty(), problems);
        }
    }
}
