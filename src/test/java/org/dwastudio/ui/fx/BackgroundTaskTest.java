package org.dwastudio.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundTaskTest {
    private final Threads threads = new Threads(Runnable::run, Runnable::run, () -> 0);
    private final List<Object> seen = new ArrayList<>();

    @Test
    void theResultGoesToTheConsumerOfResultsAlone() {
        BackgroundTask.of(() -> 42).onSuccess(seen::add).onFailure(seen::add).start(threads);

        assertThat(seen).containsExactly(42);
    }

    @Test
    void aFailureArrivesAsItWasThrown() {
        IOException failure = new IOException("unreadable");
        BackgroundTask.of(() -> {
                    throw failure;
                })
                .onSuccess(seen::add)
                .onFailure(seen::add)
                .start(threads);

        assertThat(seen).containsExactly(failure);
    }

    @Test
    void resultsComeBackOnTheFxExecutor() {
        List<Runnable> fx = new ArrayList<>();
        BackgroundTask.of(() -> 42).onSuccess(seen::add).start(Runnable::run, fx::add);

        assertThat(seen).isEmpty();
        fx.forEach(Runnable::run);
        assertThat(seen).containsExactly(42);
    }
}
