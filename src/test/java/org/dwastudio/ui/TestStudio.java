package org.dwastudio.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.dwastudio.artifact.RunFolders;
import org.dwastudio.config.Presets;
import org.dwastudio.ui.fake.FakeEngine;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Texts;
import org.dwastudio.ui.shell.PathPicker;
import org.dwastudio.ui.shell.Preferences;
import org.dwastudio.ui.shell.StudioPreferences;
import org.dwastudio.ui.shell.Threads;
import org.dwastudio.ui.shell.Workspace;
import org.dwastudio.ui.synthesis.RunState;
import org.dwastudio.ui.theme.Theme;
import org.testfx.util.WaitForAsyncUtils;

/** The studio's window over a fake engine, as tests use it. Made on the FX thread. */
final class TestStudio implements AutoCloseable {
    final FakeEngine engine = new FakeEngine();
    final RememberedPreferences preferences = new RememberedPreferences();
    final PresetPicker picker = new PresetPicker();
    final Stage stage = new Stage();
    final Workspace workspace;
    final StudioWindow window;

    TestStudio() {
        // The toolkit must outlive this window: other tests use it too.
        Platform.setImplicitExit(false);
        Threads threads = new Threads(Platform::runLater, Runnable::run, System::nanoTime);
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T15:31:00Z"), ZoneOffset.UTC);
        workspace = Workspace.on(engine, threads, new RunFolders(Path.of("runs"), clock), Presets.demonstration());
        window = new StudioWindow(stage, workspace, preferences, picker, () -> 1_200_000_000L);
    }

    /** Lets the run make some more iterations and waits until the window has shown the last of them. */
    void advance(int iterations) {
        int wanted = engine.run().iterationsMade() + iterations;
        engine.allow(iterations);
        await(() -> engine.run().iterationsMade() == wanted);
        await(() -> workspace
                .progress()
                .placeProperty()
                .get()
                .filter(place -> place.step() == wanted)
                .isPresent());
    }

    void awaitState(RunState state) {
        await(() -> workspace.run().stateProperty().get() == state);
    }

    Notice awaitNotice(String key) {
        await(() -> workspace.notices().shown().stream()
                .anyMatch(notice -> notice.key().equals(key)));
        return workspace.notices().shown().stream()
                .filter(notice -> notice.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The texts of all labels in a part of the window. */
    List<String> labels(String query) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> stage.getScene().getRoot().lookupAll(query).stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList());
    }

    /** Waits until something holds on the FX thread. */
    static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain", e);
        }
    }

    @Override
    public void close() {
        engine.close();
        stage.hide();
    }

    /** Remembers as long as the test lasts. */
    static final class RememberedPreferences implements StudioPreferences {
        private Preferences remembered = new Preferences(Theme.DARK, Language.ENGLISH, 1440, 880, false);

        @Override
        public Preferences load() {
            return remembered;
        }

        @Override
        public void save(Preferences preferences) {
            remembered = preferences;
        }
    }

    /** Answers with what the test has laid ready, and notes what was suggested. */
    static final class PresetPicker implements PathPicker {
        final List<String> suggestions = new ArrayList<>();
        Optional<Path> answer = Optional.empty();

        @Override
        public Optional<Path> experimentToOpen(Texts texts) {
            return answer;
        }

        @Override
        public Optional<Path> experimentToSave(String suggestedName, Texts texts) {
            suggestions.add(suggestedName);
            return answer;
        }

        @Override
        public Optional<Path> exportFolder(Texts texts) {
            return answer;
        }

        @Override
        public Optional<Path> tensorFile(Texts texts) {
            return answer;
        }

        @Override
        public Optional<Path> datasetFolder(Texts texts) {
            return answer;
        }

        @Override
        public Optional<Path> datasetArchive(Texts texts) {
            return answer;
        }

        @Override
        public Optional<Path> datasetParent(Texts texts) {
            return answer;
        }
    }
}
