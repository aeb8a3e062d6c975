package org.dwastudio.config.squeeze;

import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.config.network.ImageAugmentation;
import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.SettingTable;

/** All settings of a squeeze. A new setting of {@link SqueezeOptimizer} needs nothing here. */
public final class SqueezeSettings {
    private static final SettingTable<SqueezeConfig> TABLE = SettingTable.of(Stream.of(
                    TrainedNetwork.choices(SqueezeConfig.NETWORK),
                    Stream.of(SqueezeConfig.START_FROM),
                    Stream.of(SqueezeConfig.WIDTH, SqueezeConfig.EPOCHS, SqueezeConfig.BATCH_SIZE),
                    SqueezeOptimizer.settings(),
                    Stream.of(SqueezeConfig.LABEL_SMOOTHING, SqueezeConfig.CROP_PADDING, SqueezeConfig.SMALLEST_AREA),
                    ImageAugmentation.choices(SqueezeConfig.AUGMENTATION))
            .flatMap(settings -> settings));

    private SqueezeSettings() {}

    /** Returns the settings in the order of files. */
    public static SettingTable<SqueezeConfig> table() {
        return TABLE;
    }

    /** Returns the numbers, in the order of files. */
    public static List<Parameter<SqueezeConfig>> parameters() {
        return TABLE.parameters();
    }
}
