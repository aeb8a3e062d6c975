package org.dwastudio.config.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.ParameterRange;

/** Takes typed values out of one block and notes everything that is wrong with it. A wrong value is read as its default. */
final class BlockReader {
    private final String path;
    private final ConfigNode.Block block;
    private final List<ConfigProblem> problems;
    private final Set<String> known = new LinkedHashSet<>();

    BlockReader(String path, ConfigNode.Block block, List<ConfigProblem> problems) {
        this.path = path;
        this.block = block;
        this.problems = problems;
    }

    /** How an enum constant is written in a file: {@code COLUMN_BY_COLUMN} as {@code column-by-column}. */
    static String keyOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    double number(String key, ParameterRange range, double otherwise) {
        return scalar(key).flatMap(scalar -> number(scalar, key, range)).orElse(otherwise);
    }

    private Optional<Double> number(ConfigNode.Scalar scalar, String key, ParameterRange range) {
        double value;
        try {
            value = Double.parseDouble(scalar.text());
        } catch (NumberFormatException e) {
            problem(scalar, key, "'" + scalar.text() + "' is not a number; allowed are " + range.describe());
            return Optional.empty();
        }
        Optional<String> wrong = range.problemWith(value);
        wrong.ifPresent(message -> problem(scalar, key, message));
        return wrong.isPresent() ? Optional.empty() : Optional.of(value);
    }

    int whole(String key, ParameterRange range, int otherwise) {
        return (int) number(key, range, otherwise);
    }

    long whole(String key, long otherwise) {
        Optional<ConfigNode.Scalar> scalar = scalar(key);
        try {
            return scalar.isEmpty() ? otherwise : Long.parseLong(scalar.get().text());
        } catch (NumberFormatException e) {
            problem(scalar.get(), key, "'" + scalar.get().text() + "' is not a whole number");
            return otherwise;
        }
    }

    boolean flag(String key, boolean otherwise) {
        Optional<ConfigNode.Scalar> scalar = scalar(key);
        if (scalar.isEmpty()) {
            return otherwise;
        }
        return switch (scalar.get().text()) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                problem(scalar.get(), key, "'" + scalar.get().text() + "' is neither true nor false");
                yield otherwise;
            }
        };
    }

    String text(String key, String otherwise) {
        return scalar(key).map(ConfigNode.Scalar::text).orElse(otherwise);
    }

    Optional<Path> path(String key) {
        Optional<ConfigNode.Scalar> scalar = scalar(key);
        try {
            return scalar.map(ConfigNode.Scalar::text).map(Path::of);
        } catch (InvalidPathException e) {
            problem(scalar.get(), key, "is no path on this system (" + e.getReason() + ")");
            return Optional.empty();
        }
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        Optional<ConfigNode.Scalar> scalar = scalar(key);
        if (scalar.isEmpty()) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (keyOf(constant).equals(scalar.get().text())) {
                return constant;
            }
        }
        String allowed =
                Arrays.stream(type.getEnumConstants()).map(BlockReader::keyOf).collect(Collectors.joining(", "));
        problem(scalar.get(), key, "'" + scalar.get().text() + "' is not one of " + allowed);
        return otherwise;
    }

    BlockReader block(String key) {
        known.add(key);
        ConfigNode node = block.entries().get(key);
        ConfigNode.Block inner = ConfigNode.Block.empty(block.place());
        if (node instanceof ConfigNode.Block found) {
            inner = found;
        } else if (isGiven(node)) {
            problem(node, key, "must be a block of settings");
        }
        return new BlockReader(pathOf(key), inner, problems);
    }

    boolean has(String key) {
        known.add(key);
        ConfigNode node = block.entries().get(key);
        return isGiven(node);
    }

    /** Notes every one of these keys that is absent. */
    void require(String... keys) {
        for (String key : keys) {
            if (!has(key)) {
                problem(block, key, "is missing");
            }
        }
    }

    /** The numbers of a list, or a single one; nothing when the key is absent. */
    List<Double> numbers(String key, ParameterRange range) {
        known.add(key);
        ConfigNode node = block.entries().get(key);
        List<ConfigNode> items = node instanceof ConfigNode.Sequence sequence ? sequence.items() : List.of();
        if (node instanceof ConfigNode.Scalar) {
            items = List.of(node);
        } else if (isGiven(node) && !(node instanceof ConfigNode.Sequence)) {
            problem(node, key, "must be a list of numbers");
        }
        List<Double> numbers = new ArrayList<>();
        for (ConfigNode item : items) {
            if (item instanceof ConfigNode.Scalar scalar) {
                number(scalar, key, range).ifPresent(numbers::add);
            } else {
                problem(item, key, "every item must be a number");
            }
        }
        return numbers;
    }

    /** The blocks of a list; nothing when the key is absent. */
    List<BlockReader> blocks(String key) {
        known.add(key);
        ConfigNode node = block.entries().get(key);
        List<BlockReader> readers = new ArrayList<>();
        if (node instanceof ConfigNode.Sequence sequence) {
            for (ConfigNode item : sequence.items()) {
                if (item instanceof ConfigNode.Block inner) {
                    readers.add(new BlockReader(pathOf(key) + "[" + readers.size() + "]", inner, problems));
                } else {
                    problem(item, key, "every item must be a block of settings");
                }
            }
        } else if (isGiven(node)) {
            problem(node, key, "must be a list");
        }
        return readers;
    }

    /** Notes a problem with a key of this block. */
    void problem(String key, String message) {
        ConfigNode node = block.entries().get(key);
        problem(node == null ? block : node, key, message);
    }

    /** Call last: notes every key that nothing asked for. */
    void refuseUnknownKeys() {
        block.entries().forEach((key, node) -> {
            if (!known.contains(key)) {
                problem(node, key, "unknown key; known here are " + String.join(", ", known));
            }
        });
    }

    private Optional<ConfigNode.Scalar> scalar(String key) {
        known.add(key);
        ConfigNode node = block.entries().get(key);
        if (node instanceof ConfigNode.Scalar scalar && !scalar.text().isEmpty()) {
            return Optional.of(scalar);
        }
        if (node instanceof ConfigNode.Scalar) {
            problem(node, key, "is empty; write a value or leave the key out");
        } else if (isGiven(node)) {
            problem(node, key, "must be a single value");
        }
        return Optional.empty();
    }

    private static boolean isGiven(ConfigNode node) {
        return node != null && !(node instanceof ConfigNode.Nothing);
    }

    private void problem(ConfigNode node, String key, String message) {
        problems.add(new ConfigProblem(node.place(), pathOf(key), message));
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
