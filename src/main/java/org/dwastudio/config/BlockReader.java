package org.dwastudio.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        Optional<ConfigNode.Scalar> scalar = scalar(key);
        if (scalar.isEmpty()) {
            return otherwise;
        }
        double value;
        try {
            value = Double.parseDouble(scalar.get().text());
        } catch (NumberFormatException e) {
            problem(
                    scalar.get(),
                    key,
                    "'" + scalar.get().text() + "' is not a number; allowed are " + range.describe());
            return otherwise;
        }
        Optional<String> wrong = range.problemWith(value);
        wrong.ifPresent(message -> problem(scalar.get(), key, message));
        return wrong.isPresent() ? otherwise : value;
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

    Optional<String> text(String key) {
        return scalar(key).map(ConfigNode.Scalar::text);
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
        } else if (node != null && !isEmpty(node)) {
            problem(node, key, "must be a block of settings");
        }
        return new BlockReader(pathOf(key), inner, problems);
    }

    boolean has(String key) {
        known.add(key);
        ConfigNode node = block.entries().get(key);
        return node != null && !isEmpty(node);
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
        } else if (node != null && !isEmpty(node)) {
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
        if (node == null || isEmpty(node)) {
            return Optional.empty();
        }
        if (node instanceof ConfigNode.Scalar scalar) {
            return Optional.of(scalar);
        }
        problem(node, key, "must be a single value");
        return Optional.empty();
    }

    private static boolean isEmpty(ConfigNode node) {
        return node instanceof ConfigNode.Scalar scalar && scalar.text().isEmpty();
    }

    private void problem(ConfigNode node, String key, String message) {
        problems.add(new ConfigProblem(node.place(), pathOf(key), message));
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
