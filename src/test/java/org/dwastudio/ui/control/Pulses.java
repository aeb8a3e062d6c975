package org.dwastudio.ui.control;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Waiting of tests until requested changes have been drawn. */
public final class Pulses {
    private Pulses() {}

    public static void await(Scene scene) {
        CountDownLatch drawn = new CountDownLatch(1);
        Runnable listener = drawn::countDown;
        Platform.runLater(() -> {
            scene.addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
        });
        try {
            if (!drawn.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no pulse within 10 seconds");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for a pulse", e);
        }
        Platform.runLater(() -> scene.removePostLayoutPulseListener(listener));
    }
}
