package org.dwastudio.ui.squeeze;

import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SqueezePresets;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeSettings;
import org.dwastudio.ui.recipe.RecipeKind;
import org.dwastudio.ui.recipe.RecipePreset;

/** The kind of recipe that teachers are trained by. */
final class SqueezeRecipe {
    private SqueezeRecipe() {}

    static RecipeKind<SqueezeConfig> kind() {
        return new RecipeKind<>(
                "squeeze",
                SqueezeSettings.parameters(),
                SqueezeConfig.WIDTH,
                SqueezePresets.all().stream()
                        .map(preset -> new RecipePreset<>(preset.key(), preset.squeeze()))
                        .toList(),
                Experiment::squeeze);
    }
}
