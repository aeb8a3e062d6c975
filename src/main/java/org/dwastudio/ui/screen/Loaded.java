package org.dwastudio.ui.screen;

import java.util.Optional;

/**
 * Something that is read behind the window: still to come, there, or not to be had.
 *
 * @param value what was read
 * @param isFailed whether reading it failed
 * @param <T> of what kind
 */
public record Loaded<T>(Optional<T> value, boolean isFailed) {

    public static <T> Loaded<T> waiting() {
        return new Loaded<>(Optional.empty(), false);
    }

    public static <T> Loaded<T> of(T value) {
        return new Loaded<>(Optional.of(value), false);
    }

    public static <T> Loaded<T> failed() {
        return new Loaded<>(Optional.empty(), true);
    }
}
