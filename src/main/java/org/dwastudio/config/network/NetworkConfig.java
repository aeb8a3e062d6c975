package org.dwastudio.config.network;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.SettingGroup;
import org.dwastudio.config.setting.SettingTable;
import org.dwastudio.text.Message;

/**
 * A network without its weights: enough to build it.
 *
 * @param architecture name in the network catalog, for example {@code convnet} or {@code resnet18}
 * @param width channels of the first stage; published are 64 (ResNet, VGG), 128 (ConvNet), 32 (MobileNetV2, EfficientNet)
 *     and 24 (ShuffleNetV2)
 * @param stem first layers
 * @param channels 1 or 3
 * @param classes number of outputs
 * @param imageSize height and width of the images in pixels
 */
@RecordBuilder
public record NetworkConfig(String architecture, int width, Stem stem, int channels, int classes, int imageSize)
        implements NetworkConfigBuilder.With {
    public static final ParameterRange WIDTH =
            ParameterRange.of(1, 1024, 64).whole().logarithmic();
    public static final ParameterRange CHANNELS =
            ParameterRange.of(1, 3, 3).whole().logarithmic();
    public static final ParameterRange CLASSES =
            ParameterRange.of(2, 100_000, 10).whole().logarithmic();
    public static final ParameterRange IMAGE_SIZE =
            ParameterRange.of(8, 1024, 32).whole().logarithmic();

    private static final SettingGroup<NetworkConfig, NetworkConfig> GROUP = SettingGroup.ofBlock("network");

    /** All settings, in the order of files. */
    public static final SettingTable<NetworkConfig> SETTINGS = new SettingTable<>(List.of(
            GROUP.text("architecture", NetworkConfig::architecture, NetworkConfig::withArchitecture),
            GROUP.whole("width", WIDTH, NetworkConfig::width, NetworkConfig::withWidth),
            GROUP.choice("stem", Stem.class, NetworkConfig::stem, NetworkConfig::withStem),
            GROUP.whole("channels", CHANNELS, NetworkConfig::channels, NetworkConfig::withChannels),
            GROUP.whole("classes", CLASSES, NetworkConfig::classes, NetworkConfig::withClasses),
            GROUP.whole("imageSize", IMAGE_SIZE, NetworkConfig::imageSize, NetworkConfig::withImageSize)));

    /** First layers of a network. */
    public enum Stem {
        /**
         * For images up to 64 pixels: the first convolution has stride 1 (and is 3×3), nothing is pooled behind it. A VGG
         * has a single fully connected layer.
         */
        SMALL,
        /** As published for ImageNet. */
        IMAGENET
    }

    /** Returns the network of files that leave its settings out. */
    public static NetworkConfig standard() {
        return new NetworkConfig(
                "resnet18",
                (int) WIDTH.defaultValue(),
                Stem.SMALL,
                (int) CHANNELS.defaultValue(),
                (int) CLASSES.defaultValue(),
                (int) IMAGE_SIZE.defaultValue());
    }

    /**
     * Returns a description such as {@code resnet18 (width 16, stem small, 1 channel, 10 classes, images of 28×28)}.
     */
    public Message description() {
        return Message.of(
                "network.facts",
                architecture,
                width,
                stem.name().toLowerCase(Locale.ROOT),
                channels,
                classes,
                imageSize);
    }

    /** Returns values in their range that are not possible: messages by key. */
    public Map<String, Message> contradictions() {
        return channels == 2 ? Map.of("channels", Message.of("setting.channels")) : Map.of();
    }
}
