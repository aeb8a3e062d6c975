package org.dwastudio.config.network;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.stream.Stream;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * The random change of training images.
 *
 * @param crop kind of the crop
 * @param cropPadding pixels of black padding before the crop of {@link Crop#PADDED}, 0 to 64; 0 switches it off
 * @param smallestArea smallest share of the image that {@link Crop#RESIZED} keeps, 0.01 to 1
 * @param horizontalFlip whether half of the images are mirrored; off for digits and text
 */
@RecordBuilder
public record ImageAugmentation(Crop crop, int cropPadding, double smallestArea, boolean horizontalFlip)
        implements ImageAugmentationBuilder.With {
    private static final ParameterRange CROP_PADDING =
            ParameterRange.of(0, 64, 4).whole();
    private static final ParameterRange SMALLEST_AREA = ParameterRange.of(0.01, 1, 0.08);

    /** Kind of the crop. */
    public enum Crop {
        /** A random crop of the former size after padding with black (CIFAR). */
        PADDED,
        /** A random part of random size and shape, resized to full size (ImageNet). */
        RESIZED
    }

    public ImageAugmentation {
        CROP_PADDING.require("cropPadding", cropPadding);
        SMALLEST_AREA.require("smallestArea", smallestArea);
    }

    /** Returns the published values for CIFAR. */
    public static ImageAugmentation paper() {
        return new ImageAugmentation(Crop.PADDED, (int) CROP_PADDING.paperValue(), SMALLEST_AREA.paperValue(), true);
    }

    /** Returns the setting of the padding. */
    public static <C> Parameter<C> cropPadding(SettingGroup<C, ImageAugmentation> group) {
        return group.whole(
                "cropPadding", CROP_PADDING, ImageAugmentation::cropPadding, ImageAugmentation::withCropPadding);
    }

    /** Returns the setting of the smallest area. */
    public static <C> Parameter<C> smallestArea(SettingGroup<C, ImageAugmentation> group) {
        return group.number(
                "smallestArea", SMALLEST_AREA, ImageAugmentation::smallestArea, ImageAugmentation::withSmallestArea);
    }

    /** Returns the other settings. */
    public static <C> Stream<Setting<C>> choices(SettingGroup<C, ImageAugmentation> group) {
        return Stream.of(
                group.choice("crop", Crop.class, ImageAugmentation::crop, ImageAugmentation::withCrop),
                group.flag("horizontalFlip", ImageAugmentation::horizontalFlip, ImageAugmentation::withHorizontalFlip));
    }
}
