package org.dwastudio.config.setting;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.dwastudio.text.Message;

/**
 * A switch, {@code true} or {@code false}.
 *
 * @param key the name in files
 * @param group the heading in the window
 * @param getter reads the switch
 * @param wither replaces it
 * @param omitted true if files leave the key out while the switch is off, as files of earlier versions do
 * @param <C> the block
 */
public record Flag<C>(String key, String group, Predicate<C> getter, BiFunction<C, Boolean, C> wither, boolean omitted)
        implements Setting<C> {

    /** Returns the same switch, left out of files while it is off. */
    public Flag<C> omittingFalse() {
        return new Flag<>(key, group, getter, wither, true);
    }

    @Override
    public C parsed(C config, String text) throws SettingValueException {
        return switch (text) {
            case "true" -> wither.apply(config, true);
            case "false" -> wither.apply(config, false);
            default -> throw new SettingValueException(Message.of("setting.flag", text));
        };
    }

    @Override
    public Optional<Object> value(C config) {
        return Optional.of(getter.test(config));
    }

    @Override
    public Optional<Object> written(C config) {
        return omitted && !getter.test(config) ? Optional.empty() : value(config);
    }

    @Override
    public String allowed() {
        return "true, false";
    }
}
