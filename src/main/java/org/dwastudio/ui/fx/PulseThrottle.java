package org.dwastudio.ui.fx;

import javafx.animation.AnimationTimer;

/** Runs a task on the next pulse, once, however often it was asked for. FX thread only. */
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
