package org.dwastudio.config.squeeze;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dwastudio.config.network.ImageAugmentation;
import org.dwastudio.config.network.ImageAugmentation.Crop;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;
import org.dwastudio.config.squeeze.SqueezeOptimizer.Schedule;
import org.dwastudio.text.Message;

/**
 * The recipe by which a teacher is trained on the hard labels.
 *
 * @param network the teacher
 * @param startFrom the weights that the training starts from: a bundled teacher, or the path of a teacher or a weights
 *     file; empty for random weights
 * @param epochs passes over the training images, 1 to 10000
 * @param batchSize images a step, 2 to 8192
 * @param optimizer SGD with momentum, and its schedule
 * @param labelSmoothing share of the target spread evenly over all classes, 0 to 0.5
 * @param augmentation random change of the training images
 */
@RecordBuilder
public record SqueezeConfig(
        TrainedNetwork network,
        String startFrom,
        int epochs,
        int batchSize,
        SqueezeOptimizer optimizer,
        double labelSmoothing,
        ImageAugmentation augmentation)
        implements SqueezeConfigBuilder.With {
    private static final int STEPS = 3;

    private static final SettingGroup<SqueezeConfig, SqueezeConfig> GROUP = SettingGroup.ofBlock("training");
    static final SettingGroup<SqueezeConfig, TrainedNetwork> NETWORK =
            new SettingGroup<>("network", SqueezeConfig::network, SqueezeConfig::withNetwork);
    static final SettingGroup<SqueezeConfig, ImageAugmentation> AUGMENTATION =
            new SettingGroup<>("augmentation", SqueezeConfig::augmentation, SqueezeConfig::withAugmentation);

    static final Setting<SqueezeConfig> START_FROM = GROUP.text(
                    "startFrom", SqueezeConfig::startFrom, SqueezeConfig::withStartFrom)
            .omittingEmpty();

    /** The channels of the first stage. */
    public static final Parameter<SqueezeConfig> WIDTH = TrainedNetwork.width(NETWORK);
    /** The passes over the training images. */
    public static final Parameter<SqueezeConfig> EPOCHS = GROUP.whole(
            "epochs",
            ParameterRange.of(1, 10_000, 200).whole().logarithmic(),
            SqueezeConfig::epochs,
            SqueezeConfig::withEpochs);
    /** The images of a step. */
    public static final Parameter<SqueezeConfig> BATCH_SIZE = GROUP.whole(
            "batchSize",
            ParameterRange.of(2, 8192, 128).whole().logarithmic(),
            SqueezeConfig::batchSize,
            SqueezeConfig::withBatchSize);
    /** The share of the target spread evenly over all classes. */
    public static final Parameter<SqueezeConfig> LABEL_SMOOTHING = GROUP.number(
            "labelSmoothing",
            ParameterRange.of(0, 0.5, 0),
            SqueezeConfig::labelSmoothing,
            SqueezeConfig::withLabelSmoothing);
    /** The pixels of black around an image before it is cropped. */
    public static final Parameter<SqueezeConfig> CROP_PADDING = ImageAugmentation.cropPadding(AUGMENTATION);
    /** The smallest share of an image that a resized crop keeps. */
    public static final Parameter<SqueezeConfig> SMALLEST_AREA = ImageAugmentation.smallestArea(AUGMENTATION);

    /** Returns the published recipe for CIFAR. */
    public static SqueezeConfig paper() {
        return new SqueezeConfig(
                TrainedNetwork.paper(),
                "",
                EPOCHS.wholePaper(),
                BATCH_SIZE.wholePaper(),
                SqueezeOptimizer.paper(),
                LABEL_SMOOTHING.paper(),
                ImageAugmentation.paper());
    }

    /** Returns torchvision's reference recipe for ImageNet-1K. */
    public static SqueezeConfig imageNet() {
        return paper().withNetwork(network -> network.withStem(Stem.IMAGENET))
                .withEpochs(90)
                .withBatchSize(256)
                .withOptimizer(optimizer -> optimizer.withWeightDecay(1e-4).withSchedule(Schedule.STEP))
                .withAugmentation(augmentation -> augmentation.withCrop(Crop.RESIZED));
    }

    /** Returns the contradictions among values that are allowed one by one: messages by the key of the value to change. */
    public Map<String, Message> contradictions() {
        int warmUpEpochs = optimizer.warmUpEpochs();
        Map<String, Message> problems = new LinkedHashMap<>();
        if (warmUpEpochs > epochs) {
            problems.put("warmUpEpochs", Message.of("setting.warmUp", warmUpEpochs, epochs));
        }
        if (optimizer.schedule() == Schedule.STEP && epochs - warmUpEpochs < STEPS) {
            problems.put("schedule", Message.of("setting.steps", STEPS, Math.max(0, epochs - warmUpEpochs)));
        }
        if (optimizer.nesterov() && optimizer.momentum() == 0) {
            problems.put("nesterov", Message.of("setting.nesterov"));
        }
        return problems;
    }

    /** Returns a copy with the network changed. */
    public SqueezeConfig withNetwork(UnaryOperator<TrainedNetwork> change) {
        return withNetwork(change.apply(network));
    }

    /** Returns a copy with the optimizer changed. */
    public SqueezeConfig withOptimizer(UnaryOperator<SqueezeOptimizer> change) {
        return withOptimizer(change.apply(optimizer));
    }

    /** Returns a copy with the augmentation changed. */
    public SqueezeConfig withAugmentation(UnaryOperator<ImageAugmentation> change) {
        return withAugmentation(change.apply(augmentation));
    }
}
