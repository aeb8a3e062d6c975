package org.dwastudio.config.setting;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.dwastudio.text.DecimalText;
import org.dwastudio.text.Message;
import org.dwastudio.text.PrintableText;

/**
 * Any whole number of 64 bits: a seed.
 *
 * @param key the name in files
 * @param group the heading in the window
 * @param getter reads the number
 * @param wither replaces it
 * @param <C> the block
 */
public record LongNumber<C>(String key, String group, ToLongFunction<C> getter, BiFunction<C, Long, C> wither)
        implements Setting<C> {

    @Override
    public C parsed(C config, String text) throws SettingValueException {
        try {
            return wither.apply(config, DecimalText.whole(text));
        } catch (NumberFormatException e) {
            throw new SettingValueException(Message.of("setting.whole", PrintableText.name(text)));
        }
    }

    @Override
    public Optional<Object> written(C config) {
        return Optional.of(getter.applyAsLong(config));
    }

    @Override
    public String allowed() {
        return "a whole number";
    }
}
