package org.dwastudio.config.synthesis;

import static org.dwastudio.config.setting.TakesEffect.NEXT_ITERATION;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * The method of the synthesis, and the settings of distribution matching (Zhao and Bilen, WACV 2023), which is not in the
 * paper: all images of a class have the mean features of real images under random networks.
 *
 * @param method method of the synthesis
 * @param rate rate of SGD on the pixels, 0.001 to 100
 * @param momentum momentum of SGD, 0 to 0.999
 * @param images real images of each class in a step, 1 to 1024
 * @param width channels of the random networks, ConvNet-3 with instance norms, 1 to 512
 * @param mirrored whether half of the steps mirror the images; off for digits and text
 */
@RecordBuilder
public record Matching(Method method, double rate, double momentum, int images, int width, boolean mirrored)
        implements MatchingBuilder.With {
    private static final SettingGroup<SynthesisConfig, Matching> GROUP =
            new SettingGroup<>("matching", SynthesisConfig::matching, SynthesisConfig::withMatching);

    /** The rate of SGD on the pixels. */
    public static final Parameter<SynthesisConfig> RATE = GROUP.number(
                    "matchingRate",
                    ParameterRange.of(0.001, 100, 1).logarithmic().from(NEXT_ITERATION),
                    Matching::rate,
                    Matching::withRate)
            .omittingDefault();
    /** The momentum of SGD on the pixels. */
    public static final Parameter<SynthesisConfig> MOMENTUM = GROUP.number(
                    "matchingMomentum",
                    ParameterRange.of(0, 0.999, 0.5).from(NEXT_ITERATION),
                    Matching::momentum,
                    Matching::withMomentum)
            .omittingDefault();
    /** The number of real images of each class in a step. */
    public static final Parameter<SynthesisConfig> IMAGES = GROUP.whole(
                    "matchingImages",
                    ParameterRange.of(1, 1024, 64).whole().logarithmic().from(NEXT_ITERATION),
                    Matching::images,
                    Matching::withImages)
            .omittingDefault();
    /** The channels of the random networks. */
    public static final Parameter<SynthesisConfig> WIDTH = GROUP.whole(
                    "matchingWidth",
                    ParameterRange.of(1, 512, 64).whole().logarithmic().from(NEXT_ITERATION),
                    Matching::width,
                    Matching::withWidth)
            .omittingDefault();

    /** Numbers that have an effect only with distribution matching. */
    public static final List<Parameter<SynthesisConfig>> NUMBERS = List.of(RATE, MOMENTUM, IMAGES, WIDTH);

    private static final Setting<SynthesisConfig> METHOD = GROUP.choice(
                    "method", Method.class, Matching::method, Matching::withMethod)
            .beforeNumbers()
            .omitting(Method.WEIGHT_ADJUSTMENT);
    private static final Setting<SynthesisConfig> MIRRORED = GROUP.flag(
                    "matchingFlip", Matching::mirrored, Matching::withMirrored)
            .omittingTrue();

    /** Method of the synthesis. */
    public enum Method {
        /** Directed weight adjustment, as in the paper: every column has a teacher of its own. */
        WEIGHT_ADJUSTMENT,
        /** Distribution matching: all columns together have the mean features of real images. */
        DISTRIBUTION_MATCHING
    }

    /** Returns true if the images are made by distribution matching. */
    public boolean isOn() {
        return method == Method.DISTRIBUTION_MATCHING;
    }

    /** Returns the published method, with the default values of distribution matching. */
    static Matching paper() {
        return new Matching(
                Method.WEIGHT_ADJUSTMENT,
                RATE.paper(),
                MOMENTUM.paper(),
                IMAGES.wholePaper(),
                WIDTH.wholePaper(),
                true);
    }

    static Stream<Setting<SynthesisConfig>> settings() {
        return Stream.of(METHOD, RATE, MOMENTUM, IMAGES, WIDTH, MIRRORED);
    }
}
