package org.dwastudio.config.setting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        Optional<E> omitted)
        implements Setting<C> {

    /** Returns the same choice, written before the numbers of its block. */
    public Choice<C, E> first() {
        return new Choice<>(key, group, type, getter, wither, Place.FIRST, omitted);
    }

    /**
     * Returns the same choice, left out of files where it has this constant: files, and folders that are named after their
     * content, stay as earlier versions wrote them.
     */
    public Choice<C, E> omitting(E constant) {
        return new Choice<>(key, group, type, getter, wither, place, Optional.of(constant));
    }

    @Override
    public C parsed(C config, String text) throws SettingValueException {
        for (E constant : type.getEnumConstants()) {
            if (keyOf(constant).equals(text)) {
                return wither.apply(config, constant);
            }
        }
        throw new SettingValueException("'" + text + "' is not one of " + allowed());
    }

    @Override
    public Optional<Object> written(C config) {
        E constant = getter.apply(config);
        return omitted.filter(constant::equals).isPresent() ? Optional.empty() : Optional.of(keyOf(constant));
    }

    @Override
    public String allowed() {
        return Arrays.stream(type.getEnumConstants()).map(Choice::keyOf).collect(Collectors.joining(", "));
    }

    private static String keyOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
