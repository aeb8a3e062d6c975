package org.dwastudio.ui.evaluation;

import org.dwastudio.config.Experiment;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationSettings;
import org.dwastudio.config.preset.EvaluationPresets;
import org.dwastudio.ui.recipe.RecipeKind;
import org.dwastudio.ui.recipe.RecipePreset;

/** The kind of recipe that students are trained by. */
final class StudentRecipe {
    private StudentRecipe() {}

    static RecipeKind<EvaluationConfig> kind() {
        return new RecipeKind<>(
                "evaluation",
                EvaluationSettings.parameters(),
                EvaluationConfig.WIDTH,
                EvaluationPresets.all().stream()
                        .map(preset -> new RecipePreset<>(preset.key(), preset.evaluation()))
                        .toList(),
                Experiment::evaluation);
    }
}
