package org.dwastudio.ui.screen;

import java.util.Optional;

/**
 * Something that is read behind the window: still to come, there, or not to be had.
 *
 * @param value what was read
 * @param isFailed whether reading it failed
 * @param <T> of what kind
 */
public record LoadState<T>(Optional<T> value, boolean isFailed) {

    public static <T> LoadState<T> waiting() {
        return new LoadState<>(Optional.empty(), false);
    }

    public static <T> LoadState<T> of(T value) {
        return new LoadState<>(Optional.of(value), false);
    }

    public static <T> LoadState<T> failed() {
        return new LoadState<>(Optional.empty(), true);
    }
}
