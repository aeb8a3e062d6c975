package org.dwastudio.ui.fake;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dwastudio.stage.RunControl;

/** The steps that fake work may make: as many as a test allows, until one fails as requested. */
final class FakeTurns {
    private final Semaphore allowed = new Semaphore(0);
    private volatile Optional<String> failure = Optional.empty();

    void allow(int steps) {
        allowed.release(steps);
    }

    /** From now on the next step fails with this message. */
    void failWith(String message) {
        failure = Optional.of(message);
    }

    /**
     * Waits until one more step may be made.
     *
     * @return false when the work was canceled instead
     * @throws IllegalStateException when it is to fail
     */
    boolean await(RunControl control) throws InterruptedException {
        while (!allowed.tryAcquire(5, TimeUnit.MILLISECONDS)) {
            if (control.token().isCancelled()) {
                return false;
            }
        }
        if (!control.proceed()) {
            return false;
        }
        failure.ifPresent(message -> {
            throw new IllegalStateException(message);
        });
        return true;
    }
}
