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
 * @param omitted position in which files leave the key out, as files of earlier versions do; empty if they never do
 * @param <C> the block
 */
public record Flag<C>(
        String key, String group, Predicate<C> getter, BiFunction<C, Boolean, C> wither, Optional<Boolean> omitted)
        implements Setting<C> {

    /** Returns the same switch, left out of files while it is off. */
    public Flag<C> omittingFalse() {
        return new Flag<>(key, group, getter, wither, Optional.of(false));
    }

    /** Returns the same switch, left out of files while it is on. */
    public Flag<C> omittingTrue() {
        return new Flag<>(key, group, getter, wither, Optional.of(true));
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
        return omitted.filter(position -> position == getter.test(config)).isPresent()
                ? Optional.empty()
                : value(config);
    }

    @Override
    public String allowed() {
        return "true, false";
    }
}
