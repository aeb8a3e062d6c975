package org.dwastudio.config.synthesis;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;
import org.dwastudio.config.setting.TakesEffect;
import org.dwastudio.config.synthesis.Augmentation.Kind;
import org.dwastudio.config.synthesis.Initialization.StartImages;
import org.dwastudio.text.Message;

/**
 * The settings of a synthesis. SRe2L and the controls of the paper are values of these same fields.
 *
 * @param imagesPerClass ipc, the number of columns, 1 to 1000
 * @param iterations T, pixel steps of a column, 0 to 20000; without any, the start images are the result
 * @param batchSize most images synthesized together, 1 to 4096; more classes than this are cut into slices
 * @param adjustment directed weight adjustment of the teacher
 * @param alignment batch-norm loss
 * @param regression feature regression
 * @param matching method, and the settings of distribution matching
 * @param repulsion repulsion from finished columns
 * @param optimizer Adam on the pixels
 * @param augmentation random change of the images before the teacher sees them
 * @param initialization pixels before the first step
 * @param execution order and number format of the computation
 * @param columns part of the run that is computed
 */
@RecordBuilder
public record SynthesisConfig(
        int imagesPerClass,
        int iterations,
        int batchSize,
        Adjustment adjustment,
        Alignment alignment,
        Regression regression,
        Matching matching,
        Repulsion repulsion,
        SynthesisOptimizer optimizer,
        Augmentation augmentation,
        Initialization initialization,
        Execution execution,
        ColumnRange columns)
        implements SynthesisConfigBuilder.With {
    private static final SettingGroup<SynthesisConfig, SynthesisConfig> GROUP = SettingGroup.ofBlock("synthesis");

    /** ipc, the number of synthetic images of every class. */
    public static final Parameter<SynthesisConfig> IMAGES_PER_CLASS = GROUP.whole(
            "imagesPerClass",
            ParameterRange.of(1, 1000, 10).whole().logarithmic().from(TakesEffect.NEXT_COLUMN),
            SynthesisConfig::imagesPerClass,
            SynthesisConfig::withImagesPerClass);
    /** T, the number of pixel steps of a column. */
    public static final Parameter<SynthesisConfig> ITERATIONS = GROUP.whole(
            "iterations",
            ParameterRange.of(0, 20000, 1000)
                    .withDefault(300)
                    .whole()
                    .logarithmic()
                    .from(TakesEffect.NEXT_ITERATION),
            SynthesisConfig::iterations,
            SynthesisConfig::withIterations);
    /** The largest number of images that are synthesized together. */
    public static final Parameter<SynthesisConfig> BATCH_SIZE = GROUP.whole(
                    "batchSize",
                    ParameterRange.of(1, 4096, 100).whole().logarithmic(),
                    SynthesisConfig::batchSize,
                    SynthesisConfig::withBatchSize)
            .advanced();

    /** Returns the published values for CIFAR. */
    public static SynthesisConfig paper() {
        return new SynthesisConfig(
                IMAGES_PER_CLASS.wholePaper(),
                ITERATIONS.wholePaper(),
                BATCH_SIZE.wholePaper(),
                Adjustment.paper(),
                Alignment.paper(),
                Regression.paper(),
                Matching.paper(),
                Repulsion.paper(),
                SynthesisOptimizer.paper(),
                Augmentation.paper(),
                Initialization.paper(),
                Execution.paper(),
                ColumnRange.whole());
    }

    /** Returns the published values for Tiny-ImageNet. */
    public static SynthesisConfig paperTinyImageNet() {
        return paper().withImagesPerClass(50)
                .withIterations(2000)
                .withBatchSize(200)
                .withOptimizer(optimizer -> optimizer.withLearningRate(0.1))
                .withAugmentation(augmentation -> augmentation.withKind(Kind.RANDOM_RESIZED_CROP));
    }

    /** Returns the published values for ImageNet-1K. */
    public static SynthesisConfig paperImageNet() {
        return paper().withImagesPerClass(50)
                .withIterations(2000)
                .withAdjustment(adjustment -> adjustment.withAscentSteps(15))
                .withAlignment(alignment -> alignment.withVarianceWeight(2))
                .withAugmentation(new Augmentation(32, Kind.RANDOM_RESIZED_CROP));
    }

    /** Returns SRe2L's values: noise start, unadjusted teacher. */
    public static SynthesisConfig sre2l() {
        return paper().withInitialization(initialization -> initialization.withStart(StartImages.NOISE))
                .withAdjustment(adjustment -> adjustment.withRho(0))
                .withAlignment(alignment -> alignment.withVarianceWeight(1))
                .withOptimizer(optimizer -> optimizer.withLearningRate(0.1));
    }

    /** Returns the contradictions among values that are allowed one by one: messages by the key of the value to change. */
    public Map<String, Message> contradictions() {
        Map<String, Message> contradictions = new LinkedHashMap<>();
        if (initialization.start() == StartImages.TENSOR
                && initialization.file().isEmpty()) {
            contradictions.put("startFile", Message.of("setting.startFile"));
        }
        int needed = initialization.candidatesOf(imagesPerClass);
        if (initialization.hasCandidates() && initialization.candidates() > 0 && initialization.candidates() < needed) {
            contradictions.put("startCandidates", Message.of("setting.startCandidates", needed));
        }
        if (matching.isOn()) {
            contradictions.putAll(contradictionsOfMatching());
        } else if (repulsion.isOn()) {
            contradictions.putAll(contradictionsOfRepulsion());
        }
        return contradictions;
    }

    private Map<String, Message> contradictionsOfMatching() {
        Map<String, Message> contradictions = new LinkedHashMap<>();
        if (columns.start() > 0) {
            contradictions.put("ipcStart", Message.of("setting.matchedStart"));
        }
        if (endColumn() < imagesPerClass) {
            contradictions.put("ipcEnd", Message.of("setting.matchedEnd", imagesPerClass));
        }
        return contradictions;
    }

    private Map<String, Message> contradictionsOfRepulsion() {
        Map<String, Message> contradictions = new LinkedHashMap<>();
        if (columns.start() > 0) {
            contradictions.put("ipcStart", Message.of("setting.repulsionPart"));
        }
        if (execution.order() == Execution.Order.ALL_AT_ONCE) {
            contradictions.put("order", Message.of("setting.repulsionOrder"));
        }
        return contradictions;
    }

    /** Returns a copy with the adjustment changed. */
    public SynthesisConfig withAdjustment(UnaryOperator<Adjustment> change) {
        return withAdjustment(change.apply(adjustment));
    }

    /** Returns a copy with the alignment changed. */
    public SynthesisConfig withAlignment(UnaryOperator<Alignment> change) {
        return withAlignment(change.apply(alignment));
    }

    /** Returns a copy with the regression changed. */
    public SynthesisConfig withRegression(UnaryOperator<Regression> change) {
        return withRegression(change.apply(regression));
    }

    /** Returns a copy with the settings of distribution matching changed. */
    public SynthesisConfig withMatching(UnaryOperator<Matching> change) {
        return withMatching(change.apply(matching));
    }

    /** Returns a copy with the repulsion changed. */
    public SynthesisConfig withRepulsion(UnaryOperator<Repulsion> change) {
        return withRepulsion(change.apply(repulsion));
    }

    /** Returns a copy with the optimizer changed. */
    public SynthesisConfig withOptimizer(UnaryOperator<SynthesisOptimizer> change) {
        return withOptimizer(change.apply(optimizer));
    }

    /** Returns a copy with the augmentation changed. */
    public SynthesisConfig withAugmentation(UnaryOperator<Augmentation> change) {
        return withAugmentation(change.apply(augmentation));
    }

    /** Returns a copy with the initialization changed. */
    public SynthesisConfig withInitialization(UnaryOperator<Initialization> change) {
        return withInitialization(change.apply(initialization));
    }

    /** Returns a copy with the execution changed. */
    public SynthesisConfig withExecution(UnaryOperator<Execution> change) {
        return withExecution(change.apply(execution));
    }

    /** Returns a copy with the range of columns changed. */
    public SynthesisConfig withColumns(UnaryOperator<ColumnRange> change) {
        return withColumns(change.apply(columns));
    }

    /** Returns a copy with another number of columns that advance at the same time; empty to measure it. */
    public SynthesisConfig withParallelColumns(OptionalInt columns) {
        return withExecution(execution.withParallelColumns(columns));
    }

    /**
     * Returns whether this synthesis has the images of another one: only the number of columns that advance at the same time
     * may differ.
     */
    public boolean hasImagesOf(SynthesisConfig other) {
        return withParallelColumns(OptionalInt.empty()).equals(other.withParallelColumns(OptionalInt.empty()));
    }

    /** Returns the column before which the computed part ends, at most {@link #imagesPerClass()}. */
    public int endColumn() {
        return columns.end() == 0 ? imagesPerClass : Math.min(columns.end(), imagesPerClass);
    }

    /** Returns the number of columns of the computed part; 0 if it lies behind the last one. */
    public int columnCount() {
        return Math.max(0, endColumn() - columns.start());
    }

    /** Returns the same synthesis without a range: the run that this may be a part of. */
    public SynthesisConfig whole() {
        return withColumns(ColumnRange.whole());
    }

    static Stream<Setting<SynthesisConfig>> settings() {
        return Stream.of(IMAGES_PER_CLASS, ITERATIONS, BATCH_SIZE);
    }
}
