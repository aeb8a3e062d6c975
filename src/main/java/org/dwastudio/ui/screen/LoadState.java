package org.dwastudio.ui.screen;

import java.util.Optional;

/**
 * State of something that is loaded in the background: pending, loaded, or failed.
 *
 * @param value loaded value
 * @param isFailed true if loading failed
 * @param <T> type of the value
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
