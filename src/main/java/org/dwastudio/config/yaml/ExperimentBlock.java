package org.dwastudio.config.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationSettings;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.setting.SettingTable;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeSettings;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.synthesis.SynthesisSettings;
import org.dwastudio.text.Message;

/**
 * Block of an experiment file. Reader, writer and the list of settings all derive from these blocks.
 *
 * @param key key in the outer block
 * @param settings settings of the block
 * @param getter returns the values of the block; empty if an optional block is absent
 * @param setter replaces the values of the block
 * @param standard values of settings that an optional block does not contain; empty if the block is not optional
 * @param contradictions returns contradictions among the values: messages by key
 * @param required keys that the block must contain
 * @param inner blocks in this one, which follow its settings
 * @param <O> values of the outer block
 * @param <C> values of the block
 */
record ExperimentBlock<O, C>(
        String key,
        SettingTable<C> settings,
        Function<O, Optional<C>> getter,
        BiFunction<O, Optional<C>, O> setter,
        Optional<C> standard,
        Function<C, Map<String, Message>> contradictions,
        List<String> required,
        List<ExperimentBlock<C, ?>> inner) {
    private static final ExperimentBlock<DatasetConfig, ChannelNormalization> NORMALIZATION = new ExperimentBlock<>(
            "normalization",
            ChannelNormalization.SETTINGS,
            DatasetConfig::normalization,
            (dataset, values) -> dataset.withNormalization(values),
            Optional.of(new ChannelNormalization(List.of(), List.of())),
            ChannelNormalization::contradictions,
            List.of("mean", "std"),
            List.of());

    private static final ExperimentBlock<TeacherConfig, NetworkConfig> NETWORK = new ExperimentBlock<>(
            "network",
            NetworkConfig.SETTINGS,
            TeacherConfig::network,
            (teacher, values) -> teacher.withNetwork(values),
            Optional.of(NetworkConfig.standard()),
            NetworkConfig::contradictions,
            List.of(),
            List.of());

    /** All blocks of an experiment, in the order of files. */
    static final List<ExperimentBlock<Experiment, ?>> ALL = List.of(
            of(
                    "dataset",
                    DatasetConfig.SETTINGS,
                    Experiment::dataset,
                    (experiment, values) -> experiment.withDataset(values),
                    DatasetConfig::contradictions,
                    List.of(NORMALIZATION)),
            of(
                    "teacher",
                    TeacherConfig.SETTINGS,
                    Experiment::teacher,
                    (experiment, values) -> experiment.withTeacher(values),
                    values -> Map.of(),
                    List.of(NETWORK)),
            of(
                    "squeeze",
                    SqueezeSettings.table(),
                    Experiment::squeeze,
                    (experiment, values) -> experiment.withSqueeze(values),
                    SqueezeConfig::contradictions,
                    List.of()),
            of(
                    "synthesis",
                    SynthesisSettings.table(),
                    Experiment::synthesis,
                    (experiment, values) -> experiment.withSynthesis(values),
                    SynthesisConfig::contradictions,
                    List.of()),
            of(
                    "evaluation",
                    EvaluationSettings.table(),
                    Experiment::evaluation,
                    (experiment, values) -> experiment.withEvaluation(values),
                    EvaluationConfig::contradictions,
                    List.of()));

    private static <C> ExperimentBlock<Experiment, C> of(
            String key,
            SettingTable<C> settings,
            Function<Experiment, C> getter,
            BiFunction<Experiment, C, Experiment> setter,
            Function<C, Map<String, Message>> contradictions,
            List<ExperimentBlock<C, ?>> inner) {
        return new ExperimentBlock<>(
                key,
                settings,
                experiment -> Optional.of(getter.apply(experiment)),
                (experiment, values) -> setter.apply(experiment, values.orElseThrow()),
                Optional.empty(),
                contradictions,
                List.of(),
                inner);
    }

    /** Returns the values of settings that the block does not contain. */
    C defaults(O outer) {
        return standard.orElseGet(() -> getter.apply(outer).orElseThrow());
    }

    /** Reads the block and those in it; returns the outer values with those of the block. */
    O read(BlockReader outer, O values) {
        if (standard.isPresent() && !outer.has(key)) {
            return setter.apply(values, Optional.empty());
        }
        BlockReader block = outer.block(key);
        block.require(required);
        C config = block.read(settings, defaults(values));
        for (ExperimentBlock<C, ?> one : inner) {
            config = one.read(block, config);
        }
        contradictions.apply(config).forEach(block::problem);
        block.refuseUnknownKeys();
        return setter.apply(values, Optional.of(config));
    }
}
