package org.dwastudio.ui.recipe;

/**
 * A recipe to start from.
 *
 * @param key stable name in message bundles
 * @param recipe its values
 * @param <C> the recipe
 */
public record RecipePreset<C>(String key, C recipe) {}
