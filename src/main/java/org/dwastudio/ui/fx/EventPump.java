package org.dwastudio.ui.fx;

import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Lets the window follow a run while that is wanted and while the window is shown: pictures often, measurements less
 * often, because charts and numbers cost more to draw than a column of pictures; both as often as the {@link FrameBudget}
 * allows, because on two cores without a graphics card every millisecond of drawing is one that the engine lacks. FX
 * thread only.
 */
public final class EventPump {
    /** How often the window takes out pictures. */
    public static final int PICTURES_PER_SECOND = 10;

    /** Every how many-th time it takes out everything. */
    private static final int TURNS_PER_MEASUREMENT = 5;

    /** The part of the time that may go into drawing. */
    private static final double DRAWING_SHARE = 0.012;

    private static final long LONGEST_WAIT_NANOS = 1_000_000_000;

    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted", false);
    private final BooleanProperty windowShown = new SimpleBooleanProperty(this, "windowShown", true);
    private final Runnable pictures;
    private final Runnable everything;
    private final FxTimer ticker;
    private int turns;

    /**
     * Calls one of two tasks at every tick.
     *
     * @param pictures takes out pictures
     * @param everything takes out all that happened
     */
    public EventPump(Runnable pictures, Runnable everything) {
        this.pictures = pictures;
        this.everything = everything;
        FrameBudget budget = new FrameBudget(DRAWING_SHARE, LONGEST_WAIT_NANOS, new DrawingTime());
        ticker = new FxTimer(
                Duration.ofMillis(1000 / PICTURES_PER_SECOND), () -> budget.allows(System.nanoTime()), this::tick);
        wanted.subscribe(now -> update());
        windowShown.subscribe(now -> update());
    }

    /** Whether there is something to follow. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /** Whether anybody can see it; events wait while nobody can. */
    public BooleanProperty windowShownProperty() {
        return windowShown;
    }

    private void tick() {
        if (turns++ % TURNS_PER_MEASUREMENT == 0) {
            everything.run();
        } else {
            pictures.run();
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
