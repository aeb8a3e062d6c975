package org.dwastudio.config.network;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.stream.Stream;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingGroup;

/**
 * A network that is trained: teacher or student.
 *
 * @param architecture name in the network catalog
 * @param width channels of the first stage, 8 to 1024
 * @param stem first layers
 */
@RecordBuilder
public record TrainedNetwork(String architecture, int width, Stem stem) implements TrainedNetworkBuilder.With {
    /**
     * Allowed widths. Networks of fewer than eight channels can be used but not trained: on a CPU PyTorch's gradient of a
     * strided 1×1 convolution of so few channels ends the process, or differs from run to run.
     */
    private static final ParameterRange WIDTH =
            ParameterRange.of(8, 1024, 64).whole().logarithmic();

    public TrainedNetwork {
        WIDTH.require("width", width);
    }

    /** Returns the published network for CIFAR. */
    public static TrainedNetwork paper() {
        return new TrainedNetwork("resnet18", (int) WIDTH.paperValue(), Stem.SMALL);
    }

    /** Returns the setting of the channels of the first stage. */
    public static <C> Parameter<C> width(SettingGroup<C, TrainedNetwork> group) {
        return group.whole("width", WIDTH, TrainedNetwork::width, TrainedNetwork::withWidth);
    }

    /** Returns the other settings. */
    public static <C> Stream<Setting<C>> choices(SettingGroup<C, TrainedNetwork> group) {
        return Stream.of(
                group.text("architecture", TrainedNetwork::architecture, TrainedNetwork::withArchitecture),
                group.choice("stem", Stem.class, TrainedNetwork::stem, TrainedNetwork::withStem)
                        .beforeNumbers());
    }
}
