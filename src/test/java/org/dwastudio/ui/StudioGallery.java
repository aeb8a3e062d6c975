package org.dwastudio.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javax.imageio.ImageIO;
import org.dwastudio.artifact.RunFolders;
import org.dwastudio.config.Presets;
import org.dwastudio.config.SynthesisParameter;
import org.dwastudio.ui.control.Tile;
import org.dwastudio.ui.fake.FakeEngine;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.shell.Preferences;
import org.dwastudio.ui.shell.StudioPreferences;
import org.dwastudio.ui.shell.Threads;
import org.dwastudio.ui.shell.WindowPathPicker;
import org.dwastudio.ui.shell.Workspace;
import org.dwastudio.ui.theme.Theme;

/** Pictures of the window in the middle of a run, in every theme, language and size, into the folder given first. */
public final class StudioGallery {
    private static final int MID_RUN = 300 * 3 + 212;

    private final FakeEngine engine = new FakeEngine();
    private Workspace workspace;
    private StudioWindow window;
    private Stage stage;

    private StudioGallery() {}

    public static void main(String[] args) throws InterruptedException, ExecutionException, IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "target/gallery");
        Files.createDirectories(folder);
        StudioGallery gallery = new StudioGallery();
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Platform.startup(() -> gallery.open(ready));
        ready.get();
        gallery.shoot(folder, "ready");
        gallery.drive();
        for (int[] size : new int[][] {{1440, 900}, {1280, 720}}) {
            for (Theme theme : Theme.values()) {
                for (Language language : Language.values()) {
                    gallery.dress(size, theme, language);
                    String name = size[0] + "x" + size[1] + "-" + theme.name().toLowerCase(Locale.ROOT) + "-"
                            + language.locale().getLanguage();
                    gallery.shoot(folder, name);
                }
            }
        }
        gallery.shootWhatOpens(folder);
        gallery.engine.close();
        Platform.exit();
    }

    private void open(CompletableFuture<Void> ready) {
        stage = new Stage();
        Threads threads = new Threads(Platform::runLater, Runnable::run, System::nanoTime);
        RunFolders folders = new RunFolders(Path.of("runs"), Clock.systemUTC());
        workspace = Workspace.on(engine, threads, folders, Presets.demonstration());
        StudioPreferences preferences = new StudioPreferences() {
            @Override
            public Preferences load() {
                return new Preferences(Theme.DARK, Language.ENGLISH, 1440, 900, false);
            }

            @Override
            public void save(Preferences changed) {
                // Every gallery begins alike.
            }
        };
        window = new StudioWindow(stage, workspace, preferences, new WindowPathPicker(stage), () -> 1_200_000_000L);
        window.show();
        engine.finishLoading();
        ready.complete(null);
    }

    private void drive() {
        onFx(() -> {
            workspace
                    .parameters()
                    .valueOf(SynthesisParameter.FIRST_LAYER_MULTIPLIER)
                    .set(12);
            workspace.run().start();
        });
        for (int done = 0; done < MID_RUN; done += 4) {
            if (done == 300 * 3 + 120) {
                onFx(() -> workspace
                        .parameters()
                        .valueOf(SynthesisParameter.BATCH_NORM_WEIGHT)
                        .set(0.02));
            }
            engine.allow(4);
            int wanted = done + 4;
            await(() -> engine.run().iterationsMade() >= wanted);
            pulses(1);
        }
        onFx(() -> workspace.pictures().selectedProperty().set(new Tile(8, 3)));
        pulses(10);
    }

    private void dress(int[] size, Theme theme, Language language) {
        onFx(() -> {
            stage.setWidth(size[0] + stage.getWidth() - stage.getScene().getWidth());
            stage.setHeight(size[1] + stage.getHeight() - stage.getScene().getHeight());
            window.appearance().themeProperty().set(theme);
            window.appearance().languageProperty().set(language);
        });
    }

    private void shoot(Path folder, String name) {
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

    /** The window with all that stands in front of it. */
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

    /** Pictures of what opens in front of the window, and of what it says when something is wrong. */
    private void shootWhatOpens(Path folder) {
        for (Theme theme : Theme.values()) {
            String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
            dress(new int[] {1440, 900}, theme, Language.ENGLISH);
            openAndShoot(folder, "menu" + suffix, () -> {
                MenuBar bar = (MenuBar) stage.getScene().lookup(".menu-bar");
                bar.getMenus().get(0).show();
            });
            openAndShoot(
                    folder, "help" + suffix, () -> ((Button) stage.getScene().lookup("#rho .parameter-help")).fire());
            openAndShoot(folder, "parameters" + suffix, () -> fire("command.parameters"));
            openAndShoot(folder, "keyboard" + suffix, () -> fire("command.keyboard"));
            openAndShoot(folder, "about" + suffix, () -> fire("command.about"));
            openAndShoot(
                    folder,
                    "closing" + suffix,
                    () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
            openAndShoot(folder, "wrong" + suffix, () -> {
                ((Button) stage.getScene().lookup(".group-toggle")).fire();
                ((TextField) stage.getScene().lookup("#rho .parameter-value")).setText("7");
                workspace
                        .notices()
                        .add(Notice.failed(
                                "notice.open", "details", "mine.yaml:3 synthesis.rho: 7 is outside the allowed range"));
                workspace.notices().add(Notice.done("notice.exported", "100", "pictures"));
            });
            onFx(() -> workspace.notices().dismissAll());
        }
    }

    private void openAndShoot(Path folder, String name, Runnable opening) {
        onFx(opening);
        shoot(folder, name);
        onFx(() -> List.copyOf(Window.getWindows()).stream()
                .filter(opened -> opened != stage)
                .forEach(Window::hide));
        pulses(5);
    }

    private void fire(String id) {
        MenuBar bar = (MenuBar) stage.getScene().lookup(".menu-bar");
        bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .forEach(MenuItem::fire);
    }

    private static void pulses(int count) {
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

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static void onFx(Runnable action) {
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
}
