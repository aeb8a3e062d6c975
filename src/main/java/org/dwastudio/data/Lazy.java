package org.dwastudio.data;

import java.util.Optional;
import java.util.function.Supplier;

/** Value that is computed once, at its first use. Thread-safe. */
public final class Lazy<T> {
    private final Supplier<T> computation;
    private Optional<T> value = Optional.empty();

    public Lazy(Supplier<T> computation) {
        this.computation = computation;
    }

    public synchronized T get() {
        if (value.isEmpty()) {
            value = Optional.of(computation.get());
        }
        return value.get();
    }
}
