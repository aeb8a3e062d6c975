package org.dwastudio.config.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.setting.ClosestName;
import org.dwastudio.config.setting.DecimalComma;
import org.dwastudio.config.setting.NumberList;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.setting.ParameterRange;
import org.dwastudio.config.setting.Setting;
import org.dwastudio.config.setting.SettingTable;
import org.dwastudio.config.setting.SettingValueException;
import org.dwastudio.config.setting.Text;
import org.dwastudio.config.setting.TextList;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/** Reader of one block that collects everything that is wrong with it. A wrong value is read as its default. */
final class BlockReader {
    private final String path;
    private final ConfigNode.Block block;
    private final List<ConfigProblem> problems;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, BlockReader> inner = new HashMap<>();

    BlockReader(String path, ConfigNode.Block block, List<ConfigProblem> problems) {
        this.path = path;
        this.block = block;
        this.problems = problems;
    }

    /** Reads all settings of a table; one that is absent or wrong keeps the value of the defaults. */
    <C> C read(SettingTable<C> table, C defaults) {
        C config = defaults;
        for (Setting<C> setting : table.settings()) {
            config = read(setting, config);
        }
        return config;
    }

    private <C> C read(Setting<C> setting, C config) {
        if (setting instanceof NumberList<C> list) {
            return has(list.key()) ? list.wither().apply(config, numbers(list.key(), list.range())) : config;
        }
        if (setting instanceof TextList<C> list) {
            return has(list.key()) ? list.wither().apply(config, texts(list.key())) : config;
        }
        String key = keyOf(setting);
        if (setting instanceof Text<C> text && text.optional() && isEmptyText(key)) {
            return text.wither().apply(config, "");
        }
        return scalar(key)
                .flatMap(scalar -> accepted(scalar, key, text -> setting.parsed(config, typed(setting, scalar, text))))
                .orElse(config);
    }

    /** Returns the key by which the block gives a setting: its own, or that of version 0.1. */
    private String keyOf(Setting<?> setting) {
        known.add(setting.key());
        ConfigNode first = block.entries().get(setting.firstKey());
        ConfigNode own = block.entries().get(setting.key());
        if (setting.firstKey().equals(setting.key()) || first == null) {
            return setting.key();
        }
        known.add(setting.firstKey());
        if (own == null || (isOverride(first) && !isOverride(own))) {
            return setting.firstKey();
        }
        if (isOverride(first) == isOverride(own)) {
            problem(first, setting.firstKey(), Message.of("config.former", setting.key()));
        }
        return setting.key();
    }

    private static boolean isOverride(ConfigNode node) {
        return node.place().startsWith(ExperimentReader.OVERRIDE);
    }

    /** Returns a number as files write it: somebody who types an override may use a decimal comma. */
    private static <C> String typed(Setting<C> setting, ConfigNode.Scalar scalar, String text) {
        return setting instanceof Parameter<C> && isOverride(scalar) ? DecimalComma.toPoint(text) : text;
    }

    double number(String key, ParameterRange range, double otherwise) {
        return scalar(key)
                .flatMap(scalar -> accepted(scalar, key, range::parse))
                .orElse(otherwise);
    }

    /** Reads a number without a range; empty if it is absent or wrong. */
    Optional<Double> anyNumber(String key) {
        return scalar(key).flatMap(scalar -> accepted(scalar, key, ParameterRange::finite));
    }

    int whole(String key, ParameterRange range, int otherwise) {
        return (int) number(key, range, otherwise);
    }

    String text(String key, String otherwise) {
        return scalar(key).map(ConfigNode.Scalar::text).orElse(otherwise);
    }

    private <V> Optional<V> accepted(ConfigNode.Scalar scalar, String key, Parser<V> parser) {
        try {
            return Optional.of(parser.parse(scalar.text()));
        } catch (SettingValueException e) {
            problem(scalar, key, FailureCause.describe(e));
            return Optional.empty();
        }
    }

    private interface Parser<V> {
        V parse(String text) throws SettingValueException;
    }

    /** Returns the reader of an inner block, always the same one for a key. */
    BlockReader block(String key) {
        known.add(key);
        return inner.computeIfAbsent(key, this::opened);
    }

    private BlockReader opened(String key) {
        ConfigNode node = block.entries().get(key);
        ConfigNode.Block content = ConfigNode.Block.empty(block.place());
        if (node instanceof ConfigNode.Block found) {
            content = found;
        } else if (node != null && isGiven(node)) {
            problem(node, key, Message.of("config.mustBeBlock"));
        }
        return new BlockReader(pathOf(key), content, problems);
    }

    boolean has(String key) {
        known.add(key);
        ConfigNode node = block.entries().get(key);
        return node != null && isGiven(node);
    }

    /** Adds a problem for every one of these keys that is absent. */
    void require(List<String> keys) {
        for (String key : keys) {
            if (!has(key)) {
                problem(block, key, Message.of("config.lacks"));
            }
        }
    }

    /** Reads the numbers of a list, or a single one. */
    private List<Double> numbers(String key, ParameterRange range) {
        known.add(key);
        ConfigNode node = block.entries().get(key);
        List<ConfigNode> items = node instanceof ConfigNode.Sequence sequence ? sequence.items() : List.of();
        if (node instanceof ConfigNode.Scalar) {
            items = List.of(node);
        } else if (node != null && isGiven(node) && !(node instanceof ConfigNode.Sequence)) {
            problem(node, key, Message.of("config.numbers"));
        }
        List<Double> numbers = new ArrayList<>();
        for (ConfigNode item : items) {
            if (item instanceof ConfigNode.Scalar scalar) {
                accepted(scalar, key, range::parse).ifPresent(numbers::add);
            } else {
                problem(item, key, Message.of("config.number"));
            }
        }
        return numbers;
    }

    /** Reads the names of a list, or of a single text. */
    List<String> texts(String key) {
        known.add(key);
        ConfigNode node = block.entries().get(key);
        if (node instanceof ConfigNode.Scalar scalar) {
            return TextList.namesIn(scalar.text());
        }
        List<String> names = new ArrayList<>();
        if (node instanceof ConfigNode.Sequence sequence) {
            for (ConfigNode item : sequence.items()) {
                if (item instanceof ConfigNode.Scalar scalar) {
                    names.add(scalar.text());
                } else {
                    problem(item, key, Message.of("config.name"));
                }
            }
        } else if (node != null && isGiven(node)) {
            problem(node, key, Message.of("config.names"));
        }
        return names;
    }

    /** Returns where the item of a list is written, or the single text that contains all items. */
    String placeOf(String key, int item) {
        ConfigNode node = block.entries().getOrDefault(key, block);
        return node instanceof ConfigNode.Sequence sequence
                ? sequence.items().get(item).place()
                : node.place();
    }

    /** Returns the blocks of a list; none when the key is absent. */
    List<BlockReader> blocks(String key) {
        known.add(key);
        ConfigNode node = block.entries().get(key);
        List<BlockReader> readers = new ArrayList<>();
        if (node instanceof ConfigNode.Sequence sequence) {
            for (ConfigNode item : sequence.items()) {
                if (item instanceof ConfigNode.Block content) {
                    readers.add(new BlockReader(pathOf(key) + "[" + readers.size() + "]", content, problems));
                } else {
                    problem(item, key, Message.of("config.blocks"));
                }
            }
        } else if (node != null && isGiven(node)) {
            problem(node, key, Message.of("config.list"));
        }
        return readers;
    }

    /** Adds a problem with a key of this block. */
    void problem(String key, Message message) {
        ConfigNode node = block.entries().get(key);
        problem(node == null ? block : node, key, message);
    }

    /** Adds a problem for every key that nothing asked for; must be called last. */
    void refuseUnknownKeys() {
        block.entries().forEach((key, node) -> {
            if (!known.contains(key)) {
                problem(
                        node,
                        key,
                        ClosestName.of(key, known)
                                .map(name -> Message.of("config.closest", name))
                                .orElseGet(() -> Message.of("config.unknown", String.join(", ", known))));
            }
        });
    }

    private boolean isEmptyText(String key) {
        return block.entries().get(key) instanceof ConfigNode.Scalar scalar
                && scalar.text().isEmpty();
    }

    private Optional<ConfigNode.Scalar> scalar(String key) {
        known.add(key);
        ConfigNode node = block.entries().get(key);
        if (node instanceof ConfigNode.Scalar scalar && !scalar.text().isEmpty()) {
            return Optional.of(scalar);
        }
        if (node instanceof ConfigNode.Scalar) {
            problem(node, key, Message.of("config.noValue"));
        } else if (node != null && isGiven(node)) {
            problem(node, key, Message.of("config.single"));
        }
        return Optional.empty();
    }

    private static boolean isGiven(ConfigNode node) {
        return !(node instanceof ConfigNode.Nothing);
    }

    private void problem(ConfigNode node, String key, Message message) {
        problems.add(new ConfigProblem(node.place(), pathOf(key), message));
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
