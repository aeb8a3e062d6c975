package org.dwastudio.config;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.dwastudio.config.setting.Choice;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * Deliberate degradation of the training split, by which the robustness of a distillation is measured. Test images and
 * held-out images stay as they are.
 *
 * @param imbalance ratio of the largest to the smallest class, 1 to 1000; 1 keeps all images
 * @param labelNoise share of each class's images that get another label, 0 to 0.9
 * @param labelNoiseKind choice of the other label
 * @param corruption corruption of the pixels
 * @param corruptionLevel its severity, 1 to 5; without effect if there is no corruption
 */
@RecordBuilder
public record Stress(
        double imbalance,
        double labelNoise,
        LabelNoiseKind labelNoiseKind,
        Corruption corruption,
        int corruptionLevel)
        implements StressBuilder.With {
    private static final ParameterRange RATIOS = ParameterRange.of(1, 1000, 1);
    private static final ParameterRange SHARES = ParameterRange.of(0, 0.9, 0);
    private static final ParameterRange LEVELS = ParameterRange.of(1, 5, 3).whole();

    private static final SettingGroup<DatasetConfig, Stress> GROUP =
            new SettingGroup<>("dataset", DatasetConfig::stress, DatasetConfig::withStress);

    public static final Parameter<DatasetConfig> IMBALANCE = GROUP.number(
                    "imbalance", RATIOS, Stress::imbalance, Stress::withImbalance)
            .withoutSlider()
            .omittingDefault();
    public static final Parameter<DatasetConfig> LABEL_NOISE = GROUP.number(
                    "labelNoise", SHARES, Stress::labelNoise, Stress::withLabelNoise)
            .withoutSlider()
            .omittingDefault();
    public static final Choice<DatasetConfig, LabelNoiseKind> LABEL_NOISE_KIND = GROUP.choice(
                    "labelNoiseKind", LabelNoiseKind.class, Stress::labelNoiseKind, Stress::withLabelNoiseKind)
            .omitting(LabelNoiseKind.SYMMETRIC);
    public static final Choice<DatasetConfig, Corruption> CORRUPTION = GROUP.choice(
                    "corruption", Corruption.class, Stress::corruption, Stress::withCorruption)
            .omitting(Corruption.NONE);
    public static final Parameter<DatasetConfig> CORRUPTION_LEVEL = GROUP.whole(
                    "corruptionLevel", LEVELS, Stress::corruptionLevel, Stress::withCorruptionLevel)
            .withoutSlider()
            .omittingDefault();

    /** Choice of the label that replaces the right one. */
    public enum LabelNoiseKind {
        /** Any of the other classes, with equal probability. */
        SYMMETRIC,
        /** The next class in the order of labels; the first one after the last. */
        NEIGHBOR
    }

    /** Corruption of the pixels. */
    public enum Corruption {
        NONE,
        /** Gaussian blur. */
        BLUR,
        /** Gaussian noise. */
        NOISE,
        /** Artifacts of JPEG compression. */
        JPEG
    }

    /** Returns the setting of an unchanged training split. */
    public static Stress none() {
        return new Stress(1, 0, LabelNoiseKind.SYMMETRIC, Corruption.NONE, (int) LEVELS.defaultValue());
    }

    static List<Setting<DatasetConfig>> settings() {
        return List.of(IMBALANCE, LABEL_NOISE, LABEL_NOISE_KIND, CORRUPTION, CORRUPTION_LEVEL);
    }
}
