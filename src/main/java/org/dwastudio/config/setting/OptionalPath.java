package org.dwastudio.config.setting;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.dwastudio.text.Message;

/**
 * A path that need not be given.
 *
 * @param key the name in files
 * @param group the heading in the window
 * @param getter reads the path
 * @param wither replaces it
 * @param <C> the block
 */
public record OptionalPath<C>(
        String key, String group, Function<C, Optional<Path>> getter, BiFunction<C, Optional<Path>, C> wither)
        implements Setting<C> {

    @Override
    public C parsed(C config, String text) throws SettingValueException {
        try {
            return wither.apply(config, Optional.of(Path.of(text)));
        } catch (InvalidPathException e) {
            throw new SettingValueException(Message.of("setting.path", e.getReason()));
        }
    }

    @Override
    public Optional<Object> written(C config) {
        return getter.apply(config).map(Path::toString);
    }

    @Override
    public String allowed() {
        return "a path";
    }
}
