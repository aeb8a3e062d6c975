package org.dwastudio.ui.fx;

import javafx.animation.AnimationTimer;

/** Task that runs at most once per pulse, however often it is requested. FX thread only. */
public final class PulseThrottle {
    private final AnimationTimer timer;

    public PulseThrottle(Runnable task) {
        timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                task.run();
            }
        };
    }

    public void request() {
        timer.start();
    }
}
