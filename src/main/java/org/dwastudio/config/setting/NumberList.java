package org.dwastudio.config.setting;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Numbers of one range, for example one a channel.
 *
 * @param key the name in files
 * @param group the heading in the window
 * @param range allowed values of every number
 * @param getter reads the numbers
 * @param wither replaces them
 * @param <C> the block
 */
public record NumberList<C>(
        String key,
        String group,
        ParameterRange range,
        Function<C, List<Double>> getter,
        BiFunction<C, List<Double>, C> wither)
        implements Setting<C> {

    @Override
    public C parsed(C config, String text) throws SettingValueException {
        return wither.apply(config, List.of(range.parse(text)));
    }

    @Override
    public Optional<Object> written(C config) {
        return Optional.of(getter.apply(config));
    }

    @Override
    public String allowed() {
        return range.describe();
    }
}
