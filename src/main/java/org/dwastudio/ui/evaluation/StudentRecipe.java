package org.dwastudio.ui.evaluation;

import java.util.List;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.EvaluationParameter;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.EvaluationPresets;
import org.dwastudio.ui.recipe.RecipeKind;
import org.dwastudio.ui.recipe.RecipePreset;

/** The kind of recipe that students are trained by. */
final class StudentRecipe {
    private StudentRecipe() {}

    static RecipeKind<EvaluationConfig> kind() {
        return new RecipeKind<>(
                "evaluation",
                List.of(EvaluationParameter.values()),
                EvaluationParameter.WIDTH,
                EvaluationPresets.all().stream()
                        .map(preset -> new RecipePreset<>(preset.key(), preset.evaluation()))
                        .toList(),
                Experiment::evaluation);
    }
}
