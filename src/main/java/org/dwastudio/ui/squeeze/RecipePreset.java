package org.dwastudio.ui.squeeze;

import java.util.List;
import org.dwastudio.config.SqueezeConfig;

/**
 * A published way to train a teacher.
 *
 * @param key of its name in the message bundles, below {@code squeeze.preset}
 * @param config its values
 */
public record RecipePreset(String key, SqueezeConfig config) {

    /** All that the page offers, CIFAR's first. */
    public static List<RecipePreset> all() {
        return List.of(
                new RecipePreset("paper-cifar", SqueezeConfig.paper()),
                new RecipePreset("imagenet", SqueezeConfig.imageNet()));
    }
}
