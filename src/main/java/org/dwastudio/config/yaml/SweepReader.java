package org.dwastudio.config.yaml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/**
 * Reader of experiments with the block {@code sweep}. Every value that the sweep may try is checked like a value of the
 * file.
 */
public final class SweepReader {
    private SweepReader() {}

    /**
     * Reads a file and replaces some of its values.
     *
     * @param overrides values by full key, also of the block, for example {@code sweep.seeds} to {@code 5}
     * @throws ConfigException if the file is missing, is not YAML, has no such block, or something is not allowed
     */
    public static SweepFile read(Path file, Map<String, String> overrides) throws ConfigException {
        return ExperimentReader.read(file, overrides, root -> convert(root, file.toString(), false));
    }

    /**
     * Reads the settings of a sweep that has begun. A value that is listed twice, which earlier versions took, counts once.
     *
     * @throws ConfigException if the file is missing, is not YAML, has no such block, or something is not allowed
     */
    public static SweepFile readRecorded(Path file) throws ConfigException {
        return ExperimentReader.read(file, Map.of(), root -> convert(root, file.toString(), true));
    }

    /**
     * Parses YAML text.
     *
     * @param source name of the text in messages
     * @throws ConfigException if the text is not YAML, has no such block, or something is not allowed
     */
    public static SweepFile parse(String text, String source) throws ConfigException {
        return ExperimentReader.parse(text, source, Map.of(), root -> convert(root, source, false));
    }

    /**
     * Returns an experiment with other values of some settings.
     *
     * @param values values by full key
     * @throws ConfigException if a value is not allowed
     */
    public static Experiment withValues(Experiment experiment, Map<String, String> values) throws ConfigException {
        try {
            return ExperimentReader.parse(ExperimentWriter.toYaml(experiment), experiment.name(), values);
        } catch (IOException e) {
            throw new ConfigException(new ConfigProblem(experiment.name(), "", FailureCause.reason(e)));
        }
    }

    private static SweepFile convert(ConfigNode.Block root, String source, boolean isRecorded) throws ConfigException {
        ConfigNode written = root.entries().remove(SweepFields.BLOCK);
        Experiment experiment = ExperimentFields.read(root);
        if (written == null || written instanceof ConfigNode.Nothing) {
            throw new ConfigException(new ConfigProblem(source, SweepFields.BLOCK, Message.of("sweep.missing")));
        }
        List<ConfigProblem> problems = new ArrayList<>();
        BlockReader whole =
                new BlockReader("", new ConfigNode.Block(source, Map.of(SweepFields.BLOCK, written)), problems);
        SweepConfig sweep = SweepFields.read(whole.block(SweepFields.BLOCK), isRecorded);
        if (problems.isEmpty()) {
            BlockReader block = whole.block(SweepFields.BLOCK);
            for (int i = 0; i < sweep.parameters().size(); i++) {
                check(root, sweep.parameters().get(i), SweepFields.parameter(block, i), problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new SweepFile(experiment, sweep);
    }

    /** Reads the experiment with every value of a setting in its place; two spellings of one value are refused. */
    private static void check(
            ConfigNode.Block root, SweptParameter parameter, BlockReader written, List<ConfigProblem> problems) {
        List<String> levels = parameter.levels();
        Set<Experiment> read = new HashSet<>();
        for (int i = 0; i < levels.size(); i++) {
            try {
                ConfigNode.Block changed = copy(root);
                ExperimentReader.put(changed, SweepFields.placeOfLevel(written, i), parameter.key(), levels.get(i));
                if (!read.add(ExperimentFields.read(changed))
                        && parameter.range().isEmpty()) {
                    written.problem(SweepFields.VALUES, Message.of("sweep.sameValue", levels.get(i)));
                    return;
                }
            } catch (ConfigException e) {
                problems.addAll(e.problems());
                return;
            }
        }
    }

    private static ConfigNode.Block copy(ConfigNode.Block block) {
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        block.entries()
                .forEach((key, node) -> entries.put(key, node instanceof ConfigNode.Block inner ? copy(inner) : node));
        return new ConfigNode.Block(block.place(), entries);
    }
}
