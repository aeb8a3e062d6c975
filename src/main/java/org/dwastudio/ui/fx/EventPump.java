package org.dwastudio.ui.fx;

import java.time.Duration;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Timer that updates the window from a run while this is wanted and the window is shown. Images are updated often,
 * measurements less often, because charts and numbers are more expensive to draw than a column of images. Both are
 * limited by the {@link FrameBudget}, because on two cores without a graphics card every millisecond of drawing is
 * taken from the engine. FX thread only.
 */
public final class EventPump {
    /** Image updates per second. */
    public static final int IMAGES_PER_SECOND = 10;

    /** Number of image updates per update of everything. */
    private static final int TURNS_PER_MEASUREMENT = 5;

    /** Share of the time that may be spent on drawing. */
    private static final double DRAWING_SHARE = 0.012;

    private static final long LONGEST_WAIT_NANOS = 1_000_000_000;

    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted", false);
    private final BooleanProperty windowShown = new SimpleBooleanProperty(this, "windowShown", true);
    private final Runnable images;
    private final Runnable everything;
    private final FxTimer ticker;
    private int turns;

    /**
     * Creates a pump that calls one of two actions at every tick.
     *
     * @param images action that drains images
     * @param everything action that drains all events
     * @param drawingNanos processor time spent on drawing so far
     */
    public EventPump(Runnable images, Runnable everything, LongSupplier drawingNanos) {
        this.images = images;
        this.everything = everything;
        FrameBudget budget = new FrameBudget(DRAWING_SHARE, LONGEST_WAIT_NANOS, drawingNanos);
        ticker = new FxTimer(
                Duration.ofMillis(1000 / IMAGES_PER_SECOND), () -> budget.allows(System.nanoTime()), this::tick);
        wanted.subscribe(now -> update());
        windowShown.subscribe(now -> update());
    }

    /** Returns true while there is a run to follow. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /** Returns true while the window is visible; events wait while it is not. */
    public BooleanProperty windowShownProperty() {
        return windowShown;
    }

    private void tick() {
        if (turns++ % TURNS_PER_MEASUREMENT == 0) {
            everything.run();
        } else {
            images.run();
        }
    }

    private void update() {
        if (wanted.get() && windowShown.get()) {
            ticker.start();
        } else {
            ticker.stop();
        }
    }
}
