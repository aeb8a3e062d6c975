package org.dwastudio.config;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.dwastudio.config.setting.Choice;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * Conversion of images of any shape and depth to squares of 8 bits.
 *
 * @param fit conversion of an image that is not square
 * @param whiteLevel stored value that becomes white in images of more than 8 bits, for example 4095 for 12 bits in files
 *     of 16; 0 takes the largest value that the file can hold, up to 65535
 */
@RecordBuilder
public record ImageFitting(Fit fit, int whiteLevel) implements ImageFittingBuilder.With {
    private static final ParameterRange LEVELS = ParameterRange.of(0, 65_535, 0).whole();

    private static final SettingGroup<DatasetConfig, ImageFitting> GROUP =
            new SettingGroup<>("dataset", DatasetConfig::fitting, DatasetConfig::withFitting);

    public static final Choice<DatasetConfig, Fit> FIT = GROUP.choice(
                    "fit", Fit.class, ImageFitting::fit, ImageFitting::withFit)
            .omitting(Fit.CROP);
    public static final Parameter<DatasetConfig> WHITE_LEVEL = GROUP.whole(
                    "whiteLevel", LEVELS, ImageFitting::whiteLevel, ImageFitting::withWhiteLevel)
            .withoutSlider()
            .omittingDefault();

    /** Conversion of an image that is not square. */
    public enum Fit {
        /** Scales the shorter side and keeps the center. */
        CROP,
        /** Scales the longer side and adds black at both ends of the shorter one. */
        PAD,
        /** Scales both sides, which changes the proportions. */
        STRETCH
    }

    /** Returns the conversion of the first version: the center, with the whole range of values. */
    public static ImageFitting standard() {
        return new ImageFitting(Fit.CROP, 0);
    }

    static List<Setting<DatasetConfig>> settings() {
        return List.of(FIT, WHITE_LEVEL);
    }
}
