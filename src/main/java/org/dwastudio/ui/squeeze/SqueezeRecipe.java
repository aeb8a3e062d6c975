package org.dwastudio.ui.squeeze;

import java.util.List;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.SqueezeConfig;
import org.dwastudio.config.SqueezeParameter;
import org.dwastudio.config.preset.SqueezePresets;
import org.dwastudio.ui.recipe.RecipeKind;
import org.dwastudio.ui.recipe.RecipePreset;

/** The kind of recipe that teachers are trained by. */
final class SqueezeRecipe {
    private SqueezeRecipe() {}

    static RecipeKind<SqueezeConfig> kind() {
        return new RecipeKind<>(
                "squeeze",
                List.of(SqueezeParameter.values()),
                SqueezeParameter.WIDTH,
                SqueezePresets.all().stream()
                        .map(preset -> new RecipePreset<>(preset.key(), preset.squeeze()))
                        .toList(),
                Experiment::squeeze);
    }
}
