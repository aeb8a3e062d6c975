package org.dwastudio.config.setting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dwastudio.text.Message;

/**
 * One constant of an enum. A file writes {@code COLUMN_BY_COLUMN} as {@code column-by-column}.
 *
 * @param key the name in files
 * @param group the heading in the window
 * @param type the enum
 * @param getter reads the constant
 * @param wither replaces it
 * @param place before or after the numbers of its block
 * @param omitted the constant that files leave out, if any
 * @param first spelling in version 0.1, if it was another
 * @param <C> the block
 * @param <E> the enum
 */
public record Choice<C, E extends Enum<E>>(
        String key,
        String group,
        Class<E> type,
        Function<C, E> getter,
        BiFunction<C, E, C> wither,
        Place place,
        Optional<E> omitted,
        Optional<FirstSpelling<E>> first)
        implements Setting<C> {

    /**
     * Spelling in version 0.1.
     *
     * @param key the name in files
     * @param values constants that had another name in files
     * @param <E> the enum
     */
    public record FirstSpelling<E extends Enum<E>>(String key, Map<E, String> values) {
        public FirstSpelling {
            values = Map.copyOf(values);
        }
    }

    /** Returns the same choice, written before the numbers of its block. */
    public Choice<C, E> beforeNumbers() {
        return new Choice<>(key, group, type, getter, wither, Place.FIRST, omitted, first);
    }

    /**
     * Returns the same choice, left out of files where it has this constant: files, and folders that are named after their
     * content, stay as earlier versions wrote them.
     */
    public Choice<C, E> omitting(E constant) {
        return new Choice<>(key, group, type, getter, wither, place, Optional.of(constant), first);
    }

    /** Returns the same choice, which is also read in the spelling of version 0.1. */
    public Choice<C, E> spelledFirst(String firstKey, Map<E, String> values) {
        return new Choice<>(
                key, group, type, getter, wither, place, omitted, Optional.of(new FirstSpelling<>(firstKey, values)));
    }

    @Override
    public String firstKey() {
        return first.map(FirstSpelling::key).orElse(key);
    }

    /**
     * Returns the constant that a text names, in the current or the first spelling.
     *
     * @throws SettingValueException when there is no such constant
     */
    public E constant(String text) throws SettingValueException {
        for (E constant : type.getEnumConstants()) {
            if (keyOf(constant).equals(text) || firstKeyOf(constant).equals(text)) {
                return constant;
            }
        }
        throw new SettingValueException(Message.of("setting.choice", text, allowed()));
    }

    @Override
    public C parsed(C config, String text) throws SettingValueException {
        return wither.apply(config, constant(text));
    }

    @Override
    public Optional<Object> value(C config) {
        return Optional.of(keyOf(getter.apply(config)));
    }

    @Override
    public Optional<Object> written(C config) {
        return written(config, Choice::keyOf);
    }

    @Override
    public Optional<Object> firstWritten(C config) {
        return written(config, this::firstKeyOf);
    }

    private Optional<Object> written(C config, Function<E, String> spelling) {
        E constant = getter.apply(config);
        return omitted.filter(constant::equals).isPresent() ? Optional.empty() : Optional.of(spelling.apply(constant));
    }

    private String firstKeyOf(E constant) {
        String own = keyOf(constant);
        return first.map(spelling -> spelling.values().getOrDefault(constant, own))
                .orElse(own);
    }

    @Override
    public String allowed() {
        return Arrays.stream(type.getEnumConstants()).map(Choice::keyOf).collect(Collectors.joining(", "));
    }

    private static String keyOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
