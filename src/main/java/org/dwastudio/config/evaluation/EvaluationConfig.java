package org.dwastudio.config.evaluation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.dwastudio.config.evaluation.EvaluationOptimizer.Kind;
import org.dwastudio.config.evaluation.EvaluationOptimizer.Schedule;
import org.dwastudio.config.evaluation.Mixing.Mix;
import org.dwastudio.config.evaluation.StudentLabels.LabelKinds;
import org.dwastudio.config.evaluation.StudentLabels.Loss;
import org.dwastudio.config.evaluation.StudentLabels.SoftLabels;
import org.dwastudio.config.network.ImageAugmentation;
import org.dwastudio.config.network.ImageAugmentation.Crop;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;
import org.dwastudio.text.Message;

/**
 * The recipe by which students are trained to measure a distilled set. Recipe and number of steps are the same for every
 * set that is compared.
 *
 * @param network the students
 * @param students students trained on each set, from different seeds, 1 to 100
 * @param epochs passes over the distilled set, 1 to 100000; a larger set is trained on for as many steps
 * @param batchSize images a step, 2 to 8192
 * @param optimizer optimizer and schedule
 * @param augmentation random change of the training images
 * @param mixing mix of two images into one
 * @param labels labels and loss
 * @param measuring measurements on the test split
 * @param parallelStudents students that train at the same time, each with its share of the processor threads; empty to
 *     measure what is fastest
 * @param withoutAugmentation true to train students on the distilled and on random real images without augmentation and
 *     mix as well, for the augmentation robust score
 */
@RecordBuilder
public record EvaluationConfig(
        TrainedNetwork network,
        int students,
        int epochs,
        int batchSize,
        EvaluationOptimizer optimizer,
        ImageAugmentation augmentation,
        Mixing mixing,
        StudentLabels labels,
        Measuring measuring,
        OptionalInt parallelStudents,
        boolean withoutAugmentation)
        implements EvaluationConfigBuilder.With {
    /** Largest number of students that train at the same time. */
    private static final int MOST_PARALLEL = 64;

    private static final SettingGroup<EvaluationConfig, EvaluationConfig> GROUP = SettingGroup.ofBlock("training");
    static final SettingGroup<EvaluationConfig, TrainedNetwork> NETWORK =
            new SettingGroup<>("students", EvaluationConfig::network, EvaluationConfig::withNetwork);
    static final SettingGroup<EvaluationConfig, ImageAugmentation> AUGMENTATION =
            new SettingGroup<>("augmentation", EvaluationConfig::augmentation, EvaluationConfig::withAugmentation);
    private static final SettingGroup<EvaluationConfig, EvaluationConfig> VIEWS = SettingGroup.ofBlock("augmentation");

    /** The number of students trained on each set. */
    public static final Parameter<EvaluationConfig> STUDENTS = GROUP.whole(
            "students",
            ParameterRange.of(1, 100, 3).whole(),
            EvaluationConfig::students,
            EvaluationConfig::withStudents);
    /** The channels of the first stage. */
    public static final Parameter<EvaluationConfig> WIDTH = TrainedNetwork.width(NETWORK);
    /** The passes over the distilled set. */
    public static final Parameter<EvaluationConfig> EPOCHS = GROUP.whole(
            "epochs",
            ParameterRange.of(1, 100_000, 400).whole().logarithmic(),
            EvaluationConfig::epochs,
            EvaluationConfig::withEpochs);
    /** The images of a step. */
    public static final Parameter<EvaluationConfig> BATCH_SIZE = GROUP.whole(
            "batchSize",
            ParameterRange.of(2, 8192, 128).whole().logarithmic(),
            EvaluationConfig::batchSize,
            EvaluationConfig::withBatchSize);
    /** The pixels of black around an image before it is cropped. */
    public static final Parameter<EvaluationConfig> CROP_PADDING = ImageAugmentation.cropPadding(AUGMENTATION);
    /** The smallest share of an image that a resized crop keeps. */
    public static final Parameter<EvaluationConfig> SMALLEST_AREA = ImageAugmentation.smallestArea(AUGMENTATION);

    static final Setting<EvaluationConfig> PARALLEL_STUDENTS = GROUP.autoNumber(
            "parallelStudents",
            ParameterRange.of(1, MOST_PARALLEL, 1).whole(),
            EvaluationConfig::parallelStudents,
            EvaluationConfig::withParallelStudents);

    static final Setting<EvaluationConfig> WITHOUT_AUGMENTATION = VIEWS.flag(
                    "withoutAugmentation",
                    EvaluationConfig::withoutAugmentation,
                    EvaluationConfig::withWithoutAugmentation)
            .omittingFalse();

    /** Returns the published recipe for CIFAR. */
    public static EvaluationConfig paper() {
        return new EvaluationConfig(
                TrainedNetwork.paper(),
                STUDENTS.wholePaper(),
                EPOCHS.wholePaper(),
                BATCH_SIZE.wholePaper(),
                EvaluationOptimizer.paper(),
                ImageAugmentation.paper(),
                Mixing.paper(),
                StudentLabels.paper(),
                Measuring.paper(),
                OptionalInt.empty(),
                false);
    }

    /** Returns the published recipe for Tiny-ImageNet. */
    public static EvaluationConfig tinyImageNet() {
        return paper().withEpochs(200)
                .withBatchSize(64)
                .withOptimizer(optimizer -> optimizer
                        .withKind(Kind.SGD)
                        .withLearningRate(0.2)
                        .withWeightDecay(1e-4)
                        .withWarmUpEpochs(5))
                .withAugmentation(augmentation -> augmentation.withCrop(Crop.RESIZED))
                .withMixing(new Mixing(Mix.CUTMIX, 1))
                .withLabels(labels -> labels.withLoss(Loss.KL_SCALED).withTemperature(20));
    }

    /** Returns the published recipe for ImageNet-1K. */
    public static EvaluationConfig imageNet() {
        return paper().withNetwork(network -> network.withStem(Stem.IMAGENET))
                .withEpochs(300)
                .withAugmentation(augmentation -> augmentation.withCrop(Crop.RESIZED))
                .withMixing(new Mixing(Mix.CUTMIX, 1))
                .withLabels(labels -> labels.withTemperature(20));
    }

    /** Returns the recipe of later methods (EDC, NeurIPS 2024): small batches, half a cosine, averaged weights. */
    public static EvaluationConfig modern() {
        return paper().withEpochs(600)
                .withBatchSize(50)
                .withOptimizer(optimizer -> optimizer.withSchedule(Schedule.HALF_COSINE))
                .withMixing(new Mixing(Mix.CUTMIX, 1))
                .withLabels(labels -> labels.withLoss(Loss.MSE).withHardWeight(0.025))
                .withMeasuring(measuring -> measuring.withAverageDecay(0.99));
    }

    /** Returns the contradictions among values that are allowed one by one: messages by the key of the value to change. */
    public Map<String, Message> contradictions() {
        Map<String, Message> problems = new LinkedHashMap<>();
        if (optimizer.warmUpEpochs() > epochs) {
            problems.put("warmUpEpochs", Message.of("setting.warmUp", optimizer.warmUpEpochs(), epochs));
        }
        return problems;
    }

    /** Returns the recipe of students without augmentation: the same without crop, flip and mix. */
    public EvaluationConfig plain() {
        return withAugmentation(augmentation ->
                        augmentation.withCrop(Crop.PADDED).withCropPadding(0).withHorizontalFlip(false))
                .withMixing(chosen -> chosen.withMix(Mix.NONE));
    }

    /**
     * Returns the recipe that identifies stored results: the number of students, the types of their labels, the students
     * without augmentation and the number of students at the same time decide which students are trained, not how.
     */
    public EvaluationConfig ofEveryStudent() {
        return STUDENTS.replacedIn(this, 1)
                .withParallelStudents(OptionalInt.empty())
                .withWithoutAugmentation(false)
                .withLabels(chosen -> chosen.withKinds(LabelKinds.BOTH));
    }

    /** Returns whether students learn from soft labels that must have been stored. */
    public boolean needsStoredLabels() {
        return labels.softLabels() == SoftLabels.STORED && labels.kinds() != LabelKinds.HARD;
    }

    /** Returns a copy with the network changed. */
    public EvaluationConfig withNetwork(UnaryOperator<TrainedNetwork> change) {
        return withNetwork(change.apply(network));
    }

    /** Returns a copy with the optimizer changed. */
    public EvaluationConfig withOptimizer(UnaryOperator<EvaluationOptimizer> change) {
        return withOptimizer(change.apply(optimizer));
    }

    /** Returns a copy with the augmentation changed. */
    public EvaluationConfig withAugmentation(UnaryOperator<ImageAugmentation> change) {
        return withAugmentation(change.apply(augmentation));
    }

    /** Returns a copy with the mix changed. */
    public EvaluationConfig withMixing(UnaryOperator<Mixing> change) {
        return withMixing(change.apply(mixing));
    }

    /** Returns a copy with the labels changed. */
    public EvaluationConfig withLabels(UnaryOperator<StudentLabels> change) {
        return withLabels(change.apply(labels));
    }

    /** Returns a copy with the measurements changed. */
    public EvaluationConfig withMeasuring(UnaryOperator<Measuring> change) {
        return withMeasuring(change.apply(measuring));
    }
}
