package org.dwastudio.ui.recipe;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import org.dwastudio.config.network.NetworkConfig.Stem;

/**
 * Non-numeric settings of a recipe. FX thread only.
 *
 * @param <C> recipe type
 */
public interface RecipeChoices<C> {

    /** Returns the property of the architecture's key in the network catalog. */
    ObjectProperty<String> architectureProperty();

    /** Returns the property of the network's stem. */
    ObjectProperty<Stem> stemProperty();

    /** Returns other choices of the same type. */
    RecipeChoices<C> fresh();

    /** Returns the properties of all choices. */
    List<ObjectProperty<?>> all();

    /** Returns a copy of the recipe with the chosen values. */
    C writtenTo(C recipe);

    /** Sets all choices to the values of a recipe. */
    void readFrom(C recipe);

    /** Returns the number of choices in which two recipes differ. */
    default int differences(C a, C b) {
        List<ObjectProperty<?>> first = of(a);
        List<ObjectProperty<?>> second = of(b);
        return (int) IntStream.range(0, first.size())
                .filter(i -> !Objects.equals(first.get(i).get(), second.get(i).get()))
                .count();
    }

    private List<ObjectProperty<?>> of(C recipe) {
        RecipeChoices<C> choices = fresh();
        choices.readFrom(recipe);
        return choices.all();
    }
}
