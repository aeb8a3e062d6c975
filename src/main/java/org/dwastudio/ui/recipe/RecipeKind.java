package org.dwastudio.ui.recipe;

import java.util.List;
import java.util.function.Function;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.setting.Parameter;

/**
 * What makes one kind of recipe: that of a teacher, or that of students.
 *
 * @param key prefix of its texts and of the names of its nodes
 * @param parameters its numbers
 * @param width the one that depends on the architecture
 * @param presets to start from, one or more
 * @param in the part of an experiment that it is
 * @param <C> the recipe
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
