package org.dwastudio.config.evaluation;

import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.config.network.ImageAugmentation;
import org.dwastudio.config.network.TrainedNetwork;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.SettingTable;

/** All settings of an evaluation. A new setting of a nested record needs nothing here. */
public final class EvaluationSettings {
    private static final SettingTable<EvaluationConfig> TABLE = SettingTable.of(Stream.of(
                    TrainedNetwork.choices(EvaluationConfig.NETWORK),
                    Stream.of(
                            EvaluationConfig.STUDENTS,
                            EvaluationConfig.WIDTH,
                            EvaluationConfig.EPOCHS,
                            EvaluationConfig.BATCH_SIZE),
                    EvaluationOptimizer.settings(),
                    Stream.of(EvaluationConfig.CROP_PADDING, EvaluationConfig.SMALLEST_AREA),
                    ImageAugmentation.choices(EvaluationConfig.AUGMENTATION),
                    Mixing.settings(),
                    StudentLabels.settings(),
                    Measuring.settings(),
                    Stream.of(EvaluationConfig.PARALLEL_STUDENTS, EvaluationConfig.WITHOUT_AUGMENTATION))
            .flatMap(settings -> settings));

    private EvaluationSettings() {}

    /** Returns the settings in the order of files. */
    public static SettingTable<EvaluationConfig> table() {
        return TABLE;
    }

    /** Returns the numbers, in the order of files. */
    public static List<Parameter<EvaluationConfig>> parameters() {
        return TABLE.parameters();
    }
}
