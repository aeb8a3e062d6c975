package org.dwastudio.ui.bridge;

import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Calls a task on the JavaFX pulse, at most {@value #MOST_PER_SECOND} times a second, while it is wanted and while the
 * window is shown. FX thread only.
 */
public final class EventPump {
    /** How often the window follows a run. */
    public static final int MOST_PER_SECOND = 30;

    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted", false);
    private final BooleanProperty windowShown = new SimpleBooleanProperty(this, "windowShown", true);
    private final AnimationTimer timer;

    public EventPump(Runnable task) {
        Pace pace = new Pace(1_000_000_000L / MOST_PER_SECOND);
        timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (pace.isDue(now)) {
                    task.run();
                }
            }
        };
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

    private void update() {
        if (wanted.get() && windowShown.get()) {
            timer.start();
        } else {
            timer.stop();
        }
    }
}
