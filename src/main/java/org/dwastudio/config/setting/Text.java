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
 * @param optional true if the text may be empty, and is then left out of files
 * @param <C> the block
 */
public record Text<C>(
        String key, String group, Function<C, String> getter, BiFunction<C, String, C> wither, boolean optional)
        implements Setting<C> {

    /** Returns the same setting, which may be empty and is then left out of files. */
    public Text<C> omittingEmpty() {
        return new Text<>(key, group, getter, wither, true);
    }

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
        return Optional.<Object>of(getter.apply(config)).filter(text -> !optional || !text.equals(""));
    }

    @Override
    public String allowed() {
        return "a text";
    }
}
