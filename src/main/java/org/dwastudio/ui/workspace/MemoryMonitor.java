package org.dwastudio.ui.workspace;

import java.time.Duration;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.dwastudio.ui.fx.FxTimer;

/** Display of the memory in use, updated every two seconds. FX thread only. */
public final class MemoryMonitor {
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final ReadOnlyLongWrapper used = new ReadOnlyLongWrapper(this, "used");
    private final FxTimer ticker;

    /** @param memory bytes in use; must not block */
    public MemoryMonitor(LongSupplier memory) {
        used.set(memory.getAsLong());
        ticker = new FxTimer(INTERVAL, () -> used.set(memory.getAsLong()));
    }

    /** Bytes. */
    public ReadOnlyLongProperty usedProperty() {
        return used.getReadOnlyProperty();
    }

    public void start() {
        ticker.start();
    }

    public void stop() {
        ticker.stop();
    }
}
