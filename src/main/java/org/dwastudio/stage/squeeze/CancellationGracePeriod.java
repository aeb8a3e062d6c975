package org.dwastudio.stage.squeeze;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dwastudio.stage.CancellationToken;

/** Whether whoever stopped a training has waited long enough for a measurement that could also be left out. */
final class CancellationGracePeriod implements BooleanSupplier {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final CancellationToken token;
    private final boolean canBeLeftOut;
    private long cancelledAt;
    private boolean cancelled;

    /** It can be left out when there is a whole epoch to fall back on. */
    CancellationGracePeriod(CancellationToken token, Optional<TrainingCheckpoint> fallback) {
        this.token = token;
        this.canBeLeftOut =
                fallback.filter(checkpoint -> checkpoint.epochs() > 0).isPresent();
    }

    @Override
    public boolean getAsBoolean() {
        if (token.isCancelled() && !cancelled) {
            cancelled = true;
            cancelledAt = System.nanoTime();
        }
        return canBeLeftOut && cancelled && System.nanoTime() - cancelledAt > LONGEST.toNanos();
    }
}
