package org.dwastudio.ui;

import static org.dwastudio.ui.WindowCamera.await;
import static org.dwastudio.ui.WindowCamera.onFx;
import static org.dwastudio.ui.WindowCamera.onFxAnswer;
import static org.dwastudio.ui.WindowCamera.pulses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.dwastudio.compute.ComputeConfigurations;
import org.dwastudio.config.StageName;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.network.NetworkConfig.Stem;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.synthesis.Alignment;
import org.dwastudio.run.RunFolders;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.teacher.TeacherLibraries;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.ui.compute.ComputeServices;
import org.dwastudio.ui.desktop.WindowPathPicker;
import org.dwastudio.ui.fake.FakeEngine;
import org.dwastudio.ui.fake.FakeSqueeze;
import org.dwastudio.ui.fake.TeacherFiles;
import org.dwastudio.ui.fx.ProcessUse;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.page.Studio;
import org.dwastudio.ui.page.StudioServices;
import org.dwastudio.ui.preference.Preferences;
import org.dwastudio.ui.preference.StudioPreferences;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.workspace.Workspace;

/** Images of the window in the middle of a run, in every theme, language and size, into the folder given first. */
public final class StudioGallery {
    private static final int MID_RUN = 300 * 3 + 212;

    private final FakeEngine engine = new FakeEngine();
    private final Path home;
    private final Path folder;
    private Studio studio;
    private Workspace workspace;
    private StudioWindow window;
    private Stage stage;
    private WindowCamera camera;

    private StudioGallery(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException, IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "target/gallery");
        Files.createDirectories(folder);
        StudioGallery gallery = new StudioGallery(Files.createTempDirectory("gallery"), folder);
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Platform.startup(() -> gallery.open(ready));
        ready.get();
        if (args.length > 1) {
            gallery.shootTeachers();
            gallery.engine.close();
            Platform.exit();
            return;
        }
        gallery.camera.shoot("ready");
        gallery.drive();
        for (int[] size : new int[][] {{1440, 900}, {1280, 720}}) {
            for (Theme theme : Theme.values()) {
                for (Language language : Language.values()) {
                    gallery.dress(size, theme, language);
                    String name = size[0] + "x" + size[1] + "-" + theme.name().toLowerCase(Locale.ROOT) + "-"
                            + language.locale().getLanguage();
                    gallery.camera.shoot(name);
                }
            }
        }
        gallery.shootWhatOpens();
        gallery.shootTeachers();
        gallery.engine.close();
        Platform.exit();
    }

    private void open(CompletableFuture<Void> ready) {
        stage = new Stage();
        camera = new WindowCamera(stage, folder);
        Threads threads = new Threads(Platform::runLater, Runnable::run, System::nanoTime);
        RunFolders folders = new RunFolders(home.resolve("runs"), Clock.systemUTC());
        TeacherLibrary library = TeacherLibraries.in(home);
        fill(library);
        studio = Studio.on(
                new StudioServices(
                        engine,
                        threads,
                        folders,
                        library,
                        file -> {},
                        path -> {},
                        new ComputeServices(ComputeConfigurations.plain(folders.parent()), Optional.empty())),
                SynthesisPresets.demonstration());
        workspace = studio.workspace();
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
        window = new StudioWindow(
                stage,
                workspace,
                preferences,
                new WindowPathPicker(stage),
                new ProcessUse(() -> 1_200_000_000L, () -> 0));
        window.show();
        engine.finishLoading();
        ready.complete(null);
    }

    private void drive() {
        onFx(() -> {
            workspace.parameters().valueOf(Alignment.FIRST_LAYER_MULTIPLIER).set(12);
            studio.synthesis().run().start();
        });
        for (int done = 0; done < MID_RUN; done += 4) {
            if (done == 300 * 3 + 120) {
                onFx(() -> workspace
                        .parameters()
                        .valueOf(Alignment.BATCH_NORM_WEIGHT)
                        .set(0.02));
            }
            engine.allow(4);
            int wanted = done + 4;
            await(() -> engine.run().iterationsMade() >= wanted);
            pulses(1);
        }
        onFx(() -> studio.synthesis().images().selectedProperty().set(new Tile(8, 3)));
        pulses(10);
    }

    private static void fill(TeacherLibrary library) {
        try {
            Path file = Files.createTempDirectory("gallery").resolve("one.safetensors");
            for (int size : new int[] {28, 28, 32}) {
                NetworkConfig network =
                        new NetworkConfig(size == 28 ? "resnet18" : "convnet3", 64, Stem.SMALL, 1, 10, size);
                library.add(TeacherFiles.write(file, network, 0.9 + size / 1000.0), "my teacher " + size);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The squeeze page before, in and after a training, and the dialogs of teachers. */
    private void shootTeachers() {
        onFx(() -> studio.synthesis().run().work().stop());
        await(() -> onFxAnswer(
                () -> !studio.synthesis().run().work().stateProperty().get().isActive()));
        onFx(() -> workspace.notices().dismissAll());
        engine.estimateAs(new StageEstimate(
                78_200, 0.021, 9_410_000_000L, 12_000_000, OptionalLong.of(3_900_000_000L), OptionalInt.of(48)));
        onFx(() -> workspace.stages().shownProperty().set(StageName.SQUEEZE));
        for (Theme theme : Theme.values()) {
            dress(new int[] {1440, 900}, theme, Language.ENGLISH);
            camera.shoot("squeeze-before-" + theme.name().toLowerCase(Locale.ROOT));
        }
        onFx(() -> studio.squeezing().recipe().valueOf(SqueezeConfig.BATCH_SIZE).set(48));
        onFx(() -> studio.squeezing().squeeze().start());
        for (int done = 0; done < 40; done++) {
            engine.allow(FakeSqueeze.STEPS_PER_EPOCH);
            int wanted = (done + 1) * FakeSqueeze.STEPS_PER_EPOCH;
            await(() -> engine.squeeze().stepsMade() >= wanted);
            pulses(6);
        }
        for (int[] size : new int[][] {{1440, 900}, {1280, 720}}) {
            for (Theme theme : Theme.values()) {
                for (Language language : Language.values()) {
                    dress(size, theme, language);
                    camera.shoot("squeeze-" + size[0] + "x" + size[1] + "-"
                            + theme.name().toLowerCase(Locale.ROOT) + "-"
                            + language.locale().getLanguage());
                }
            }
        }
        onFx(() -> workspace.stages().shownProperty().set(StageName.SYNTHESIS));
        onFx(() -> workspace.stages().shownProperty().set(StageName.SQUEEZE));
        onFx(() -> studio.squeezing().squeeze().work().stop());
        await(() -> onFxAnswer(
                () -> studio.squeezing().squeeze().trainedProperty().get().isPresent()));
        for (Theme theme : Theme.values()) {
            String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
            dress(new int[] {1280, 720}, theme, theme == Theme.DARK ? Language.ENGLISH : Language.JAPANESE);
            camera.shoot("squeeze-stopped" + suffix);
            camera.openAndShoot("tools" + suffix, () -> {
                MenuBar bar = (MenuBar) stage.getScene().lookup(".menu-bar");
                bar.getMenus().get(4).show();
            });
            camera.openAndShoot("teachers" + suffix, () -> fire("command.manageTeachers"));
            shootImport(suffix);
        }
        onFx(() -> workspace.stages().shownProperty().set(StageName.SYNTHESIS));
        for (Theme theme : Theme.values()) {
            String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
            dress(new int[] {1440, 900}, theme, Language.ENGLISH);
            camera.openAndShoot(
                    "teacher-picker" + suffix,
                    () -> ((MenuButton) stage.getScene().lookup("#teacher-picker")).show());
        }
    }

    private void shootImport(String suffix) {
        onFx(() -> fire("command.importWeights"));
        camera.shoot("import-empty" + suffix);
        onFx(() -> {
            workspace.teachers().imports().choose(Path.of("/data/models/fashion_resnet18_best.pth"));
            workspace.teachers().imports().normalizationGivenProperty().set(true);
            workspace.teachers().imports().meanProperty().set("0.286");
        });
        camera.shoot("import-ready" + suffix);
        onFx(() -> {
            workspace.teachers().imports().normalizationGivenProperty().set(false);
            workspace.teachers().imports().start();
        });
        camera.shoot("import-running" + suffix);
        engine.imports().finish(suffix.endsWith("dark") ? 0.104 : 0.917);
        camera.openAndShoot("import-done" + suffix, () -> {});
        onFx(() -> workspace.teachers().imports().reset());
    }

    private void dress(int[] size, Theme theme, Language language) {
        onFx(() -> {
            stage.setWidth(size[0] + stage.getWidth() - stage.getScene().getWidth());
            stage.setHeight(size[1] + stage.getHeight() - stage.getScene().getHeight());
            window.appearance().themeProperty().set(theme);
            window.appearance().languageProperty().set(language);
        });
    }

    /** Images of what opens in front of the window, and of its messages when something is wrong. */
    private void shootWhatOpens() {
        for (Theme theme : Theme.values()) {
            String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);
            dress(new int[] {1440, 900}, theme, Language.ENGLISH);
            camera.openAndShoot("menu" + suffix, () -> {
                MenuBar bar = (MenuBar) stage.getScene().lookup(".menu-bar");
                bar.getMenus().get(0).show();
            });
            camera.openAndShoot(
                    "help" + suffix, () -> ((Button) stage.getScene().lookup("#rho .parameter-help")).fire());
            camera.openAndShoot("parameters" + suffix, () -> fire("command.parameters"));
            camera.openAndShoot("keyboard" + suffix, () -> fire("command.keyboard"));
            camera.openAndShoot("about" + suffix, () -> fire("command.about"));
            camera.openAndShoot(
                    "closing" + suffix,
                    () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
            camera.openAndShoot("wrong" + suffix, () -> {
                ((Button) stage.getScene().lookup(".group-toggle")).fire();
                ((TextField) stage.getScene().lookup("#rho .parameter-value")).setText("7");
                workspace
                        .notices()
                        .add(Notice.failed(
                                "notice.open", "details", "mine.yaml:3 synthesis.rho: 7 is outside the allowed range"));
                workspace.notices().add(Notice.done("notice.exported", "100", "images"));
            });
            onFx(() -> workspace.notices().dismissAll());
        }
    }

    private void fire(String id) {
        MenuBar bar = (MenuBar) stage.getScene().lookup(".menu-bar");
        bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .forEach(MenuItem::fire);
    }
}
