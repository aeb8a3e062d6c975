package org.dwastudio.ui.recipe;

import java.util.List;
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
    int differences(C a, C b);
}
