package org.dwastudio.config.setting;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;

/**
 * A whole number that the program chooses where a file has {@code auto}. Files leave the key out then, as files of
 * earlier versions do.
 *
 * @param key the name in files
 * @param group the heading in the window
 * @param range the allowed numbers
 * @param getter reads the number; empty for {@code auto}
 * @param wither replaces it
 * @param <C> the block
 */
public record AutoNumber<C>(
        String key,
        String group,
        ParameterRange range,
        Function<C, OptionalInt> getter,
        BiFunction<C, OptionalInt, C> wither)
        implements Setting<C> {
    private static final String AUTO = "auto";

    @Override
    public C parsed(C config, String text) throws SettingValueException {
        if (text.equals(AUTO)) {
            return wither.apply(config, OptionalInt.empty());
        }
        try {
            return wither.apply(config, OptionalInt.of((int) range.parse(text)));
        } catch (SettingValueException e) {
            throw new SettingValueException(
                    Message.of("setting.autoNumber", PrintableText.name(text), range.description()));
        }
    }

    @Override
    public Optional<Object> value(C config) {
        OptionalInt number = getter.apply(config);
        return Optional.of(number.isPresent() ? (Object) (long) number.getAsInt() : AUTO);
    }

    @Override
    public Optional<Object> written(C config) {
        return getter.apply(config).isPresent() ? value(config) : Optional.empty();
    }

    @Override
    public String allowed() {
        return AUTO + ", " + range.describe();
    }
}
