package org.dwastudio.ui.parameter;

import java.util.EnumSet;
import java.util.Set;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.preset.SynthesisPresets.Preset;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;

/**
 * Snapshot of all settings that the pages edit, which undo restores.
 *
 * @param preset preset that the synthesis is compared with
 * @param synthesis values of the settings
 * @param squeeze recipe for a teacher
 * @param evaluation recipe for students
 * @param seed seed of all random draws
 * @param name typed name of the next run; empty for the suggested one
 */
public record ParameterDraft(
        Preset preset,
        SynthesisConfig synthesis,
        SqueezeConfig squeeze,
        EvaluationConfig evaluation,
        long seed,
        String name) {

    /** Returns the settings of an experiment. */
    static ParameterDraft of(Preset preset, Experiment experiment, String name) {
        return new ParameterDraft(
                preset, experiment.synthesis(), experiment.squeeze(), experiment.evaluation(), experiment.seed(), name);
    }

    /** Returns a copy with the values of a preset. */
    ParameterDraft withPreset(Preset chosen) {
        return new ParameterDraft(chosen, chosen.synthesis(), squeeze, evaluation, seed, name);
    }

    /** Returns the stages whose pages show the difference from another snapshot, the preferred one first. */
    public Set<StageName> pagesShowingDifference(ParameterDraft other) {
        EnumSet<StageName> pages = EnumSet.noneOf(StageName.class);
        if (!squeeze.equals(other.squeeze)) {
            pages.add(StageName.SQUEEZE);
        }
        if (!synthesis.equals(other.synthesis) || !preset.equals(other.preset) || !name.equals(other.name)) {
            pages.add(StageName.SYNTHESIS);
        }
        if (!evaluation.equals(other.evaluation)) {
            pages.add(StageName.EVALUATION);
            if (!withLabelingOf(evaluation, other.evaluation).equals(evaluation)) {
                pages.add(StageName.RELABEL);
            }
        }
        // Every page edits the seed.
        return pages.isEmpty()
                ? EnumSet.of(StageName.SQUEEZE, StageName.SYNTHESIS, StageName.RELABEL, StageName.EVALUATION)
                : pages;
    }

    /** Returns a recipe with the settings of another one that decide the stored soft labels. */
    private static EvaluationConfig withLabelingOf(EvaluationConfig recipe, EvaluationConfig other) {
        return EvaluationConfig.BATCH_SIZE
                .replacedIn(recipe.withEpochs(other.epochs()), EvaluationConfig.BATCH_SIZE.in(other))
                .withAugmentation(augmentation -> other.augmentation())
                .withMixing(mixing -> other.mixing())
                .withLabels(labels -> labels.withSoftLabels(other.labels().softLabels()));
    }
}
