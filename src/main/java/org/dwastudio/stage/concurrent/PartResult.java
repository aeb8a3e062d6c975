package org.dwastudio.stage.concurrent;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Result of a part of a stage, or the failure with which it ended.
 *
 * @param value empty if it failed
 * @param failure empty if it succeeded
 * @param <T> type of the result
 */
public record PartResult<T>(Optional<T> value, Optional<Throwable> failure) {
    /** Runs a part on the calling thread. */
    static <T> PartResult<T> of(Callable<T> part) {
        try {
            return new PartResult<>(Optional.of(part.call()), Optional.empty());
        } catch (Exception | Error failure) {
            return new PartResult<>(Optional.empty(), Optional.of(failure));
        }
    }

    /** Returns the result, or throws the failure of the part, which is unchecked. */
    public T get() {
        failure.ifPresent(PartResult::rethrow);
        return value.orElseThrow();
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw failure instanceof RuntimeException exception ? exception : new IllegalStateException(failure);
    }
}
