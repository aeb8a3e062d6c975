package org.dwastudio.ui.sweep.setup;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationSettings;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.synthesis.Adjustment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;

/**
 * Setting that can vary.
 *
 * @param key full key, for example {@code synthesis.rho}
 * @param nameKey key of its name in the texts of the window; empty if it has none
 * @param number its range and its value in an experiment; empty if it is not a number
 */
public record SweptSetting(String key, String nameKey, Optional<NumberSetting> number) {
    private static final String SYNTHESIS = "synthesis.";
    private static final String EVALUATION = "evaluation.";
    /** Radius ρ, which is asked for most often. */
    public static final SweptSetting RADIUS = synthesis(Adjustment.RHO);

    /** Range and value of a number. */
    public record NumberSetting(ParameterRange range, ToDoubleFunction<Experiment> value) {}

    /** Returns the numbers of synthesis and evaluation, in the order of their sliders. */
    public static List<SweptSetting> all() {
        return Stream.concat(
                        SynthesisSettings.parameters().stream()
                                .filter(parameter -> !parameter.key().startsWith("snapshot"))
                                .map(parameter -> parameter == Adjustment.RHO ? RADIUS : synthesis(parameter)),
                        EvaluationSettings.parameters().stream().map(SweptSetting::evaluation))
                .toList();
    }

    /** Returns the setting of a key, also of one that is not offered. */
    public static SweptSetting of(String key) {
        return all().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseGet(() -> new SweptSetting(key, "", Optional.empty()));
    }

    private static SweptSetting synthesis(Parameter<SynthesisConfig> parameter) {
        return new SweptSetting(
                SYNTHESIS + parameter.key(),
                "parameter." + parameter.key() + ".name",
                Optional.of(new NumberSetting(parameter.range(), experiment -> parameter.in(experiment.synthesis()))));
    }

    private static SweptSetting evaluation(Parameter<EvaluationConfig> parameter) {
        return new SweptSetting(
                EVALUATION + parameter.key(),
                EVALUATION + parameter.key() + ".name",
                Optional.of(new NumberSetting(parameter.range(), experiment -> parameter.in(experiment.evaluation()))));
    }
}
