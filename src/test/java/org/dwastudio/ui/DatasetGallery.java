package org.dwastudio.ui;

import static org.dwastudio.ui.WindowCamera.onFx;
import static org.dwastudio.ui.WindowCamera.pulses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.stage.Window;
import org.dwastudio.ui.dataset.DatasetOptionsViewModel.Field;
import org.dwastudio.ui.dataset.Datasets;
import org.dwastudio.ui.fake.FakeDatasets;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.theme.Theme;

/** Images of what the window shows of datasets, in every theme and language, into the folder given first. */
public final class DatasetGallery {
    private final Path folder;
    private final TestStudio studio;
    private final WindowCamera camera;
    private final Path photographs;

    private DatasetGallery(Path folder, TestStudio studio) throws IOException {
        this.folder = folder;
        this.studio = studio;
        camera = new WindowCamera(studio.stage, folder);
        photographs = Files.createDirectories(folder.resolve("holiday_photographs_of_2026"));
        studio.engine
                .datasets()
                .add(
                        photographs,
                        FakeDatasets.inColor("holiday_photographs_of_2026, sorted", FakeDatasets.names(200), 64));
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "target/gallery");
        Files.createDirectories(folder);
        CompletableFuture<TestStudio> opened = new CompletableFuture<>();
        Platform.startup(() -> {
            TestStudio studio = new TestStudio();
            studio.window.show();
            studio.engine.finishLoading();
            opened.complete(studio);
        });
        new DatasetGallery(folder, opened.join()).shootAll();
        Platform.exit();
    }

    private void shootAll() {
        for (Theme theme : Theme.values()) {
            for (Language language : Language.values()) {
                String suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-"
                        + language.locale().getLanguage();
                boolean small = theme == Theme.LIGHT;
                onFx(() -> {
                    studio.stage.setWidth(small ? 1280 : 1440);
                    studio.stage.setHeight(small ? 720 : 900);
                    studio.window.appearance().themeProperty().set(theme);
                    studio.window.appearance().languageProperty().set(language);
                });
                shootLook(suffix);
            }
        }
    }

    private void shootLook(String suffix) {
        Datasets datasets = studio.workspace.datasets();
        onFx(() -> {
            datasets.choice().choose(folder.resolve("vanished"));
            datasets.choice().remember(folder.resolve("vanished").toString());
            datasets.choice().choose(photographs);
            studio.workspace.notices().dismissAll();
        });
        camera.shoot("incompatibility" + suffix);
        onFx(() -> ((MenuButton) studio.stage.getScene().lookup("#dataset-picker")).show());
        camera.shoot("picker" + suffix);
        onFx(() -> ((MenuButton) studio.stage.getScene().lookup("#dataset-picker")).hide());
        onFx(() -> ((Button) studio.stage.getScene().lookup("#dataset-classes")).fire());
        camera.shoot("classes" + suffix);
        hideAll();
        onFx(() -> {
            datasets.options().shownProperty().set(true);
            datasets.options().givenProperty().set(true);
            datasets.options().text(Field.IMAGE_SIZE).set("12.5");
            datasets.options().text(Field.MEAN).set("0.49, 0.48");
        });
        camera.shoot("options" + suffix);
        onFx(() -> datasets.options().shownProperty().set(false));
        onFx(datasets.check()::open);
        studio.engine.datasets().checks().progress(34_210, 100_000);
        camera.shoot("checking" + suffix);
        studio.engine.datasets().checks().finish(FakeDatasets.troubled(200));
        camera.shoot("report" + suffix);
        onFx(() -> reportScroll().ifPresent(scroll -> scroll.setVvalue(1)));
        camera.shoot("report-end" + suffix);
        onFx(() -> datasets.check().shownProperty().set(false));
        onFx(() -> {
            datasets.download().parentProperty().set(Path.of("/home/mia/dwa-studio/datasets"));
            datasets.download().shownProperty().set(true);
        });
        camera.shoot("download" + suffix);
        onFx(datasets.download()::start);
        studio.engine.datasets().downloads().progress(60_000_000, 170_052_171);
        pulses(20);
        studio.engine.datasets().downloads().progress(63_000_000, 170_052_171);
        camera.shoot("downloading" + suffix);
        studio.engine
                .datasets()
                .downloads()
                .fail("https://www.example.org/cifar-10-binary.tar.gz: the publisher closed the connection after 63 MB"
                        + " of 170 MB. Please try again; the download resumes from there.");
        camera.shoot("failed" + suffix);
        onFx(() -> datasets.download().shownProperty().set(false));
    }

    private Optional<ScrollPane> reportScroll() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(".plain-scroll"))
                .filter(ScrollPane.class::isInstance)
                .map(ScrollPane.class::cast)
                .findFirst();
    }

    private void hideAll() {
        onFx(() -> List.copyOf(Window.getWindows()).stream()
                .filter(opened -> opened != studio.stage)
                .forEach(Window::hide));
    }
}
