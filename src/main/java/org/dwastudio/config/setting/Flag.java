package org.dwastudio.config.setting;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * A switch, {@code true} or {@code false}.
 *
 * @param key the name in files
 * @param group the heading in the window
 * @param getter reads the switch
 * @param wither replaces it
 * @param <C> the block
 */
public record Flag<C>(String key, String group, Predicate<C> getter, BiFunction<C, Boolean, C> wither)
        implements Setting<C> {

    @Override
    public C parsed(C config, String text) throws SettingValueException {
        return switch (text) {
            case "true" -> wither.apply(config, true);
            case "false" -> wither.apply(config, false);
            default -> throw new SettingValueException("'" + text + "' is neither true nor false");
        };
    }

    @Override
    public Optional<Object> written(C config) {
        return Optional.of(getter.test(config));
    }

    @Override
    public String allowed() {
        return "true, false";
    }
}
