package org.dwastudio.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Camera for the window and all that stands in front of it. */
final class WindowCamera {
    private final Stage stage;
    private final Path folder;

    WindowCamera(Stage stage, Path folder) {
        this.stage = stage;
        this.folder = folder;
    }

    /** Writes an image of the window. */
    void shoot(String name) {
        pulses(30);
        onFx(() -> {
            BufferedImage image = everythingShown();
            try {
                ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Returns an image of the window with all that stands in front of it. */
    private BufferedImage everythingShown() {
        BufferedImage image = SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null);
        SnapshotParameters transparent = new SnapshotParameters();
        transparent.setFill(Color.TRANSPARENT);
        double left = stage.getX() + stage.getScene().getX();
        double top = stage.getY() + stage.getScene().getY();
        for (Window opened : List.copyOf(Window.getWindows())) {
            if (opened != stage) {
                BufferedImage part =
                        SwingFXUtils.fromFXImage(opened.getScene().getRoot().snapshot(transparent, null), null);
                int x = (int) (opened.getX() + opened.getScene().getX() - left);
                int y = (int) (opened.getY() + opened.getScene().getY() - top);
                image.createGraphics().drawImage(part, x, y, null);
            }
        }
        return image;
    }

    /** Opens something, writes an image of the window with it, and closes it. */
    void openAndShoot(String name, Runnable opening) {
        onFx(opening);
        shoot(name);
        onFx(() -> List.copyOf(Window.getWindows()).stream()
                .filter(opened -> opened != stage)
                .forEach(Window::hide));
        pulses(5);
    }

    /** Waits until the window was drawn this many times. */
    static void pulses(int count) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int left = count;

            @Override
            public void handle(long now) {
                if (left-- == 0) {
                    stop();
                    done.complete(null);
                }
            }
        }.start());
        done.join();
    }

    /** Waits until a condition holds. */
    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** Runs an action on the FX thread and waits for it. */
    static void onFx(Runnable action) {
        CompletableFuture<Optional<Throwable>> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                action.run();
                done.complete(Optional.empty());
            } catch (RuntimeException failure) {
                done.complete(Optional.of(failure));
            }
        });
        done.join().ifPresent(failure -> {
            throw new IllegalStateException(failure);
        });
    }

    /** Asks a question on the FX thread. */
    static boolean onFxAnswer(BooleanSupplier question) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Platform.runLater(() -> answer.complete(question.getAsBoolean()));
        return answer.join();
    }
}
