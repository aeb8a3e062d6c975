package org.dwastudio.config.setting;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A name or another free text.
 *
 * @param key the name in files
 * @param group the heading in the window
 * @param getter reads the text
 * @param wither replaces it
 * @param <C> the block
 */
public record Text<C>(String key, String group, Function<C, String> getter, BiFunction<C, String, C> wither)
        implements Setting<C> {

    @Override
    public Place place() {
        return Place.FIRST;
    }

    @Override
    public C parsed(C config, String text) {
        return wither.apply(config, text);
    }

    @Override
    public Optional<Object> written(C config) {
        return Optional.of(getter.apply(config));
    }

    @Override
    public String allowed() {
        return "a text";
    }
}
