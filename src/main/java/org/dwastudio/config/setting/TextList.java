package org.dwastudio.config.setting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Several names. Files hold them as a list and omit the key if there are none; a single text holds them separated by
 * commas, or by semicolons if the names contain commas.
 *
 * @param key the name in files
 * @param group the heading in the window
 * @param getter reads the names
 * @param wither replaces them
 * @param <C> the block
 */
public record TextList<C>(
        String key, String group, Function<C, List<String>> getter, BiFunction<C, List<String>, C> wither)
        implements Setting<C> {

    @Override
    public C parsed(C config, String text) {
        return wither.apply(config, namesIn(text));
    }

    /** Returns the names in a single text. */
    public static List<String> namesIn(String text) {
        return Arrays.stream(text.split(text.indexOf(';') >= 0 ? ";" : ",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Returns a single text that {@link #namesIn} reads. */
    public static String joined(List<String> names) {
        boolean commas = names.stream().anyMatch(name -> name.indexOf(',') >= 0);
        String joined = String.join(commas ? "; " : ", ", names);
        return commas && names.size() == 1 ? joined + ";" : joined;
    }

    @Override
    public Optional<Object> written(C config) {
        List<String> names = getter.apply(config);
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    @Override
    public String allowed() {
        return "names";
    }
}
