package org.dwastudio.ui.recipe;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import org.dwastudio.config.network.NetworkConfig.Stem;

/**
 * Those settings of a recipe that are choices, not numbers. FX thread only.
 *
 * @param <C> the recipe
 */
public interface RecipeChoices<C> {

    /** Name in the network catalogue. */
    ObjectProperty<String> architectureProperty();

    /** How images enter the network. */
    ObjectProperty<Stem> stemProperty();

    /** Every choice. */
    List<ObjectProperty<?>> all();

    /** The same recipe with what is chosen. */
    C writtenTo(C recipe);

    /** Chooses what a recipe has. */
    void readFrom(C recipe);

    /** How many choices differ. */
    int differences(C a, C b);
}
