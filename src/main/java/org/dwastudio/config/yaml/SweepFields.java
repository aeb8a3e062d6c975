package org.dwastudio.config.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.ParameterRange.Scale;
import org.dwastudio.config.sweep.SweepConfig;
import org.dwastudio.config.sweep.SweptParameter;
import org.dwastudio.config.sweep.SweptRange;
import org.dwastudio.text.Message;

/** Conversion of the written block {@code sweep} into a {@link SweepConfig}. */
final class SweepFields {
    static final String BLOCK = "sweep";

    private static final String PARAMETERS = "parameters";
    static final String VALUES = "values";
    private static final List<String> PREFIXES = List.of("synthesis.", "evaluation.", "dataset.");
    /** Settings that the sweep itself uses. */
    private static final Set<String> OWN = Set.of("dataset.heldOutShare", "dataset.scoredOn");

    private SweepFields() {}

    /**
     * Reads the block; adds to the problems what is wrong with it.
     *
     * @param isRecorded true for a sweep that has begun, whose repeated values count once
     */
    static SweepConfig read(BlockReader block, boolean isRecorded) {
        SweepConfig config = block.read(SweepConfig.SETTINGS, SweepConfig.gridOf(List.of()));
        List<SweptParameter> parameters = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (BlockReader one : block.blocks(PARAMETERS)) {
            parameter(one, isRecorded).ifPresent(parameter -> {
                if (keys.add(parameter.key())) {
                    parameters.add(parameter);
                } else {
                    one.problem("key", Message.of("sweep.twice", parameter.key()));
                }
            });
            one.refuseUnknownKeys();
        }
        if (block.blocks(PARAMETERS).isEmpty()) {
            block.problem(PARAMETERS, Message.of("sweep.none"));
        }
        block.refuseUnknownKeys();
        return config.withParameters(parameters);
    }

    private static Optional<SweptParameter> parameter(BlockReader block, boolean isRecorded) {
        block.require(List.of("key"));
        String key = block.text("key", "");
        List<String> written = values(key, block.texts(VALUES));
        List<String> values = isRecorded ? written.stream().distinct().toList() : written;
        values.stream()
                .filter(value -> Collections.frequency(values, value) > 1)
                .findFirst()
                .ifPresent(value -> block.problem(VALUES, Message.of("sweep.sameValue", value)));
        Optional<SweptRange> range = range(block);
        boolean whole = is(key, ListedSetting::isWhole);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        if (PREFIXES.stream().noneMatch(key::startsWith) || OWN.contains(key)) {
            block.problem("key", Message.of("sweep.key", key));
            return Optional.empty();
        }
        if (values.isEmpty() == range.isEmpty()) {
            if (!block.has("from") || values.isEmpty() == !block.has("from")) {
                block.problem(VALUES, Message.of("sweep.valuesOrRange"));
            }
            return Optional.empty();
        }
        return Optional.of(new SweptParameter(key, values, range, whole));
    }

    /** Returns the values of a setting; those of a number in the notation of files, so that 1 and 1.0 are one value. */
    private static List<String> values(String key, List<String> written) {
        boolean isNumber = is(key, ListedSetting::isNumber);
        return written.stream()
                .map(value -> isNumber ? ParameterRange.shortest(value) : value)
                .toList();
    }

    /** Returns the reader of a parameter of a block without problems. */
    static BlockReader parameter(BlockReader block, int number) {
        return block.blocks(PARAMETERS).get(number);
    }

    /**
     * Returns where a level of a parameter is written: its item of the list, or the end of the range: the first level at its
     * beginning, all others at its end.
     */
    static String placeOfLevel(BlockReader parameter, int level) {
        return parameter.has(VALUES)
                ? parameter.placeOf(VALUES, level)
                : parameter.placeOf(level == 0 ? "from" : "to", 0);
    }

    private static boolean is(String key, Predicate<ListedSetting> kind) {
        return ListedSetting.all().stream()
                .filter(setting -> setting.key().equals(key))
                .anyMatch(kind);
    }

    private static Optional<SweptRange> range(BlockReader block) {
        boolean given = block.has("from") || block.has("to");
        Optional<Double> first = block.anyNumber("from");
        Optional<Double> last = block.anyNumber("to");
        int steps = block.whole("steps", SweptRange.STEPS, (int) SweptRange.STEPS.defaultValue());
        String scale = block.text("scale", "linear");
        if (!given) {
            return Optional.empty();
        }
        block.require(List.of("from", "to"));
        if (!List.of("linear", "log").contains(scale)) {
            block.problem("scale", Message.of("setting.choice", scale, "linear, log"));
            return Optional.empty();
        }
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        double from = first.get();
        double to = last.get();
        if (!(from < to)) {
            block.problem("to", Message.of("sweep.order", ParameterRange.format(to), ParameterRange.format(from)));
            return Optional.empty();
        }
        boolean logarithmic = scale.equals("log");
        if (logarithmic && from <= 0) {
            block.problem("from", Message.of("sweep.log", ParameterRange.format(from)));
            return Optional.empty();
        }
        return Optional.of(new SweptRange(from, to, steps, logarithmic ? Scale.LOGARITHMIC : Scale.LINEAR));
    }
}
