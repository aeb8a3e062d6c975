package org.dwastudio.ui.recipe;

import java.util.List;
import java.util.function.Function;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.setting.Parameter;

/**
 * Description of one kind of recipe: teacher recipe or student recipe.
 *
 * @param key prefix of its message keys and node IDs
 * @param parameters numeric parameters
 * @param width parameter whose default depends on the architecture
 * @param presets presets to start from, at least one
 * @param in extracts the recipe from an experiment
 * @param <C> recipe type
 */
public record RecipeKind<C>(
        String key,
        List<? extends Parameter<C>> parameters,
        Parameter<C> width,
        List<RecipePreset<C>> presets,
        Function<Experiment, C> in) {
    public RecipeKind {
        parameters = List.copyOf(parameters);
        presets = List.copyOf(presets);
    }
}
