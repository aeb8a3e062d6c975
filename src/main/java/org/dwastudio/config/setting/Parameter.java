package org.dwastudio.config.setting;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * A number with its range. Sliders, experiment files, the command line, recorded tuning changes and the guide read key and
 * range here. Two parameters are equal when they are the same object.
 *
 * @param <C> the block that holds the number
 */
public final class Parameter<C> implements Setting<C> {
    private static final String ADVANCED = "advanced";

    private final String key;
    private final String group;
    private final ParameterRange range;
    private final ToDoubleFunction<C> getter;
    private final BiFunction<C, Double, C> wither;
    private final Place place;
    private final boolean omitted;

    Parameter(
            String key,
            String group,
            ParameterRange range,
            ToDoubleFunction<C> getter,
            BiFunction<C, Double, C> wither,
            Place place) {
        this(key, group, range, getter, wither, place, false);
    }

    private Parameter(
            String key,
            String group,
            ParameterRange range,
            ToDoubleFunction<C> getter,
            BiFunction<C, Double, C> wither,
            Place place,
            boolean omitted) {
        this.key = key;
        this.group = group;
        this.range = range;
        this.getter = getter;
        this.wither = wither;
        this.place = place;
        this.omitted = omitted;
    }

    /** Returns the same parameter under the heading of rarely changed numbers. */
    public Parameter<C> advanced() {
        return new Parameter<>(key, ADVANCED, range, getter, wither, place);
    }

    /** Returns the same number without a slider: files hold it behind those that have one. */
    public Parameter<C> withoutSlider() {
        return new Parameter<>(key, group, range, getter, wither, Place.LAST);
    }

    /** Returns the same number, left out of files while it has its default, as files of earlier versions do. */
    public Parameter<C> omittingDefault() {
        return new Parameter<>(key, group, range, getter, wither, place, true);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public Place place() {
        return place;
    }

    /** Returns the allowed values, the default and the value of the paper. */
    public ParameterRange range() {
        return range;
    }

    /** Returns the value of the paper for CIFAR. */
    public double paper() {
        return range.paperValue();
    }

    /** Returns the value of the paper for CIFAR as a whole number. */
    public int wholePaper() {
        return (int) range.paperValue();
    }

    /** Returns the number in a block. */
    public double in(C config) {
        return getter.applyAsDouble(config);
    }

    /**
     * Replaces the number in a block.
     *
     * @throws IllegalArgumentException when the value is outside the range
     */
    public C replacedIn(C config, double value) {
        return wither.apply(config, value);
    }

    @Override
    public C parsed(C config, String text) throws SettingValueException {
        return replacedIn(config, range.parse(text));
    }

    @Override
    public Optional<Object> value(C config) {
        return Optional.of(range.written(in(config)));
    }

    @Override
    public Optional<Object> written(C config) {
        return omitted && in(config) == range.defaultValue() ? Optional.empty() : value(config);
    }

    @Override
    public String allowed() {
        return range.describe();
    }

    @Override
    public String toString() {
        return key;
    }
}
