package org.dwastudio.config;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.setting.SettingGroup;
import org.dwastudio.config.setting.SettingTable;

/**
 * The teacher of an experiment.
 *
 * @param weights {@code bundled:resnet18-w16}, or the path of a teacher, or of a weights file of any known
 *     format, whose images are then those of the experiment's dataset
 * @param network architecture of the weights; of use only for files that do not state it; empty
 *     then takes the architecture that fits
 * @param otherClasses consent to a teacher whose class names differ from those of the dataset; without it, it is refused
 */
@RecordBuilder
public record TeacherConfig(String weights, Optional<NetworkConfig> network, boolean otherClasses)
        implements TeacherConfigBuilder.With {
    /** The teacher that comes with the program. */
    public static final String BUNDLED = "bundled:resnet18-w16";

    private static final SettingGroup<TeacherConfig, TeacherConfig> GROUP = SettingGroup.ofBlock("teacher");

    /** All settings but the nested block {@code network}. */
    public static final SettingTable<TeacherConfig> SETTINGS = new SettingTable<>(List.of(
            GROUP.text("weights", TeacherConfig::weights, (config, text) -> config.withWeights(Source.expanded(text))),
            GROUP.flag("otherClasses", TeacherConfig::otherClasses, TeacherConfig::withOtherClasses)
                    .omittingFalse()));

    /** Creates the configuration of a teacher of the dataset's classes. */
    public TeacherConfig(String weights, Optional<NetworkConfig> network) {
        this(weights, network, false);
    }

    TeacherConfig withoutFolders() {
        return withWeights(Source.withoutFolders(weights));
    }

    TeacherConfig located() {
        return withWeights(Source.located(weights));
    }
}
