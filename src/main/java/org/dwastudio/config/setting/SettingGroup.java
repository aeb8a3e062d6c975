package org.dwastudio.config.setting;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * A record nested in a block, and the settings of the block that are its components.
 *
 * @param heading the heading of its settings in the window
 * @param getter reads the nested record
 * @param wither replaces it
 * @param <C> the block
 * @param <R> the nested record
 */
public record SettingGroup<C, R>(String heading, Function<C, R> getter, BiFunction<C, R, C> wither) {

    /** Returns the group of settings that are components of the block itself. */
    public static <C> SettingGroup<C, C> ofBlock(String heading) {
        return new SettingGroup<>(heading, block -> block, (block, other) -> other);
    }

    /** Returns the setting of a number that need not be whole. */
    public Parameter<C> number(
            String key, ParameterRange range, ToDoubleFunction<R> component, BiFunction<R, Double, R> with) {
        return new Parameter<>(
                key,
                heading,
                range,
                block -> component.applyAsDouble(getter.apply(block)),
                (block, value) -> replaced(block, value, with),
                Setting.Place.NUMBERS);
    }

    /** Returns the setting of a whole number. */
    public Parameter<C> whole(
            String key, ParameterRange range, ToIntFunction<R> component, BiFunction<R, Integer, R> with) {
        return new Parameter<>(
                key,
                heading,
                range,
                block -> component.applyAsInt(getter.apply(block)),
                (block, value) -> replaced(block, value.intValue(), with),
                Setting.Place.NUMBERS);
    }

    /** Returns the setting of a whole number that the program chooses unless it is given. */
    public AutoNumber<C> autoNumber(
            String key, ParameterRange range, Function<R, OptionalInt> component, BiFunction<R, OptionalInt, R> with) {
        return new AutoNumber<>(
                key,
                heading,
                range,
                block -> component.apply(getter.apply(block)),
                (block, value) -> replaced(block, value, with));
    }

    /** Returns the setting of one constant of an enum. */
    public <E extends Enum<E>> Choice<C, E> choice(
            String key, Class<E> type, Function<R, E> component, BiFunction<R, E, R> with) {
        return new Choice<>(
                key,
                heading,
                type,
                block -> component.apply(getter.apply(block)),
                (block, value) -> replaced(block, value, with),
                Setting.Place.LAST,
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the setting of a switch. */
    public Flag<C> flag(String key, Predicate<R> component, BiFunction<R, Boolean, R> with) {
        return new Flag<>(
                key,
                heading,
                block -> component.test(getter.apply(block)),
                (block, value) -> replaced(block, value, with),
                Optional.empty());
    }

    /** Returns the setting of a text. */
    public Text<C> text(String key, Function<R, String> component, BiFunction<R, String, R> with) {
        return new Text<>(
                key,
                heading,
                block -> component.apply(getter.apply(block)),
                (block, value) -> replaced(block, value, with),
                false);
    }

    /** Returns the setting of a seed. */
    public LongNumber<C> seed(String key, ToLongFunction<R> component, BiFunction<R, Long, R> with) {
        return new LongNumber<>(
                key,
                heading,
                block -> component.applyAsLong(getter.apply(block)),
                (block, value) -> replaced(block, value, with));
    }

    /** Returns the setting of a path that need not be given. */
    public OptionalPath<C> path(
            String key, Function<R, Optional<Path>> component, BiFunction<R, Optional<Path>, R> with) {
        return new OptionalPath<>(
                key,
                heading,
                block -> component.apply(getter.apply(block)),
                (block, value) -> replaced(block, value, with));
    }

    /** Returns the setting of several numbers of one range. */
    public NumberList<C> numbers(
            String key,
            ParameterRange range,
            Function<R, List<Double>> component,
            BiFunction<R, List<Double>, R> with) {
        return new NumberList<>(
                key,
                heading,
                range,
                block -> component.apply(getter.apply(block)),
                (block, value) -> replaced(block, value, with));
    }

    /** Returns the setting of several names. */
    public TextList<C> texts(String key, Function<R, List<String>> component, BiFunction<R, List<String>, R> with) {
        return new TextList<>(
                key,
                heading,
                block -> component.apply(getter.apply(block)),
                (block, value) -> replaced(block, value, with));
    }

    private <V> C replaced(C block, V value, BiFunction<R, V, R> with) {
        return wither.apply(block, with.apply(getter.apply(block), value));
    }
}
