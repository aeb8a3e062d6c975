package org.dwastudio.ui.shell;

import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.util.Duration;

/** Looks at the memory every two seconds. FX thread only. */
public final class MemoryMonitor {
    private static final Duration INTERVAL = Duration.seconds(2);

    private final ReadOnlyLongWrapper used = new ReadOnlyLongWrapper(this, "used");
    private final Timeline timeline;

    /** @param memory bytes in use */
    public MemoryMonitor(LongSupplier memory) {
        used.set(memory.getAsLong());
        timeline = new Timeline(new KeyFrame(INTERVAL, event -> used.set(memory.getAsLong())));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    /** Bytes. */
    public ReadOnlyLongProperty usedProperty() {
        return used.getReadOnlyProperty();
    }

    public void start() {
        timeline.play();
    }

    public void stop() {
        timeline.stop();
    }
}
