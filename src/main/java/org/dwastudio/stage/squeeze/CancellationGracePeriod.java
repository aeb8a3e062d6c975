package org.dwastudio.stage.squeeze;

import java.time.Duration;
import java.util.Optional;
import org.dwastudio.task.CancellationToken;

/** Grace period after a cancellation, after which an optional measurement is skipped. */
final class CancellationGracePeriod implements CancellationToken {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final CancellationToken token;
    private final boolean canBeLeftOut;
    private long cancelledAt;
    private boolean cancelled;

    /** Creates the grace period; the measurement is optional when there is a completed epoch to fall back on. */
    CancellationGracePeriod(CancellationToken token, Optional<TrainingCheckpoint> fallback) {
        this.token = token;
        this.canBeLeftOut =
                fallback.filter(checkpoint -> checkpoint.epochs() > 0).isPresent();
    }

    @Override
    public boolean isCancelled() {
        if (token.isCancelled() && !cancelled) {
            cancelled = true;
            cancelledAt = System.nanoTime();
        }
        return canBeLeftOut && cancelled && System.nanoTime() - cancelledAt > LONGEST.toNanos();
    }
}
