package org.dwastudio.stage.comparison;

import java.util.List;
import org.dwastudio.train.LabelType;

/**
 * All students that are trained with one type of labels.
 *
 * @param labels type of the labels
 * @param recipes students by recipe, one or more; students of different recipes are not ranked against each other
 * @param differences settings in which the recipes differ, with a value per recipe; empty for one recipe
 */
public record LabelComparison(LabelType labels, List<RecipeStudents> recipes, List<DifferingSetting> differences) {
    public LabelComparison {
        recipes = List.copyOf(recipes);
        differences = List.copyOf(differences);
    }

    static LabelComparison of(LabelType labels, List<RecipeStudents> recipes) {
        return new LabelComparison(
                labels,
                recipes,
                Recipe.differences(recipes.stream().map(RecipeStudents::recipe).toList()));
    }
}
