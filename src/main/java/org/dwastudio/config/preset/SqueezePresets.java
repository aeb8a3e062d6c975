package org.dwastudio.config.preset;

import java.util.List;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeOptimizer;

/** The named recipes for teachers that the window offers. */
public final class SqueezePresets {
    /**
     * One of them.
     *
     * @param key stable name in files and message bundles
     * @param squeeze its values
     */
    public record Preset(String key, SqueezeConfig squeeze) {}

    private static final List<Preset> ALL = List.of(
            new Preset("paper-cifar", SqueezeConfig.paper()),
            new Preset("imagenet", SqueezeConfig.imageNet()),
            new Preset("tiny-imagenet", tinyImageNet()),
            new Preset("quick", quick()));

    private SqueezePresets() {}

    /** All of them, that of the paper for CIFAR first. */
    public static List<Preset> all() {
        return ALL;
    }

    /**
     * What the authors of SRe2L train their teachers for Tiny-ImageNet with (github.com/zeyuanyin/tiny-imagenet): 3×3 stem,
     * SGD at 0.2, five epochs of warm-up, a cosine over 200 epochs, torchvision's resized crops.
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

    /** A narrow network in a few minutes on a laptop: for a first look at data of one's own. */
    public static SqueezeConfig quick() {
        return SqueezeConfig.paper()
                .withNetwork(network -> network.withWidth(16))
                .withEpochs(15)
                .withOptimizer(optimizer -> optimizer.withWarmUpEpochs(1))
                .withAugmentation(augmentation -> augmentation.withCropPadding(2));
    }
}
