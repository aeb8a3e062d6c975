package org.dwastudio.config.preset;

import java.util.List;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeOptimizer;

/** Named teacher training recipes offered by the window. */
public final class SqueezePresets {
    /**
     * A named recipe.
     *
     * @param key stable name in files and message bundles
     * @param squeeze values of the recipe
     */
    public record Preset(String key, SqueezeConfig squeeze) {}

    private static final List<Preset> ALL = List.of(
            new Preset("paper-cifar", SqueezeConfig.paper()),
            new Preset("imagenet", SqueezeConfig.imageNet()),
            new Preset("tiny-imagenet", tinyImageNet()),
            new Preset("quick", quick()));

    private SqueezePresets() {}

    /** Returns all presets; the paper's CIFAR recipe is first. */
    public static List<Preset> all() {
        return ALL;
    }

    /**
     * Returns the recipe of the SRe2L authors for Tiny-ImageNet teachers (github.com/zeyuanyin/tiny-imagenet): 3×3
     * stem, SGD with learning rate 0.2, five warm-up epochs, a cosine schedule over 200 epochs, torchvision's resized
     * crops.
     */
    public static SqueezeConfig tinyImageNet() {
        return SqueezeConfig.imageNet()
                .withNetwork(network -> network.withStem(NetworkConfig.Stem.SMALL))
                .withEpochs(200)
                .withOptimizer(optimizer -> optimizer
                        .withLearningRate(0.2)
                        .withWarmUpEpochs(5)
                        .withSchedule(SqueezeOptimizer.Schedule.COSINE));
    }

    /** Returns a recipe for a first test on custom data: a narrow network, trained in a few minutes on a laptop. */
    public static SqueezeConfig quick() {
        return SqueezeConfig.paper()
                .withNetwork(network -> network.withWidth(16))
                .withEpochs(15)
                .withOptimizer(optimizer -> optimizer.withWarmUpEpochs(1))
                .withAugmentation(augmentation -> augmentation.withCropPadding(2));
    }
}
