package org.dwastudio.stage.comparison;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.HeldOut;
import org.dwastudio.config.yaml.WrittenSettings;
import org.dwastudio.train.LabelType;

/**
 * Everything except seed and training images that determines a student. Students of equal recipes can be compared.
 *
 * @param labels labels that the students are trained with
 * @param steps number of training steps
 * @param settings settings of the block {@code evaluation} by key, fingerprints of dataset and teacher, and the
 *     images that accuracies are measured on
 */
public record Recipe(LabelType labels, int steps, Map<String, String> settings) {
    /** Key of the number of steps among differing settings. */
    public static final String STEPS = "steps";
    /** Key of the fingerprint of the dataset. */
    public static final String DATASET = "dataset";
    /** Key of the fingerprint of the teacher, whose predictions are the soft labels. */
    public static final String TEACHER = "teacher";

    /** Key of the images that accuracies are measured on. */
    public static final String SCORED_ON = "scoredOn";

    private static final String BLOCK = "evaluation.";
    /** Settings of which and how many students are trained, not of how. */
    private static final List<String> OF_OTHER_STUDENTS = List.of(
            "evaluation.students",
            "evaluation.parallelStudents",
            "evaluation.labels",
            "evaluation.withoutAugmentation");

    private static final String SOFT_LABELS = "evaluation.softLabels";

    public Recipe {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Creates the recipe of an evaluation.
     *
     * @param experiment experiment of the evaluation
     * @param dataset identity of the dataset
     * @param teacher identity of the teacher
     */
    static Recipe of(Experiment experiment, LabelType labels, int steps, String dataset, String teacher)
            throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        WrittenSettings.of(experiment).values().forEach((key, value) -> {
            if (key.startsWith(BLOCK) && !OF_OTHER_STUDENTS.contains(key)) {
                settings.put(key, value);
            }
        });
        settings.put(DATASET, dataset);
        HeldOut.SCORED_ON.value(experiment.dataset()).ifPresent(images -> settings.put(SCORED_ON, images.toString()));
        if (labels == LabelType.SOFT) {
            settings.put(TEACHER, teacher);
        } else {
            settings.remove(SOFT_LABELS);
        }
        return new Recipe(labels, steps, settings);
    }

    /** Returns the architecture of the students. */
    public String architecture() {
        return Objects.requireNonNull(settings.get(BLOCK + "architecture"));
    }

    /** Returns the width of the students. */
    public String width() {
        return Objects.requireNonNull(settings.get(BLOCK + "width"));
    }

    /** Returns the settings that are not the same in all of several recipes. */
    static List<DifferingSetting> differences(List<Recipe> recipes) {
        return DifferingSetting.of(recipes.stream().map(Recipe::values).toList());
    }

    private Map<String, SettingValue> values() {
        Map<String, SettingValue> values = settings.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> SettingValue.constant(entry.getValue()),
                        (first, second) -> first,
                        LinkedHashMap::new));
        values.put(STEPS, SettingValue.constant(Integer.toString(steps)));
        return values;
    }
}
