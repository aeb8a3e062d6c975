package org.dwastudio.config;

/**
 * A number of a recipe by which networks are trained.
 *
 * @param <C> the recipe
 */
public interface RecipeParameter<C> {

    /** The name in files and on the command line, for example {@code epochs}. */
    String key();

    /** What it may be. */
    ParameterRange range();

    /** What it is. */
    double in(C recipe);

    /** The same recipe with this number replaced; the value is not checked here. */
    C replacedIn(C recipe, double value);
}
