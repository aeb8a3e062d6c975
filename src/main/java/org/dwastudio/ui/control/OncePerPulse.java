package org.dwastudio.ui.control;

import javafx.animation.AnimationTimer;

/** Runs a task on the next pulse, once, however often it was asked for. FX thread only. */
final class OncePerPulse {
    private final AnimationTimer timer;

    OncePerPulse(Runnable task) {
        timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                task.run();
            }
        };
    }

    void request() {
        timer.start();
    }
}
