package org.dwastudio.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dwastudio.compute.ComputeConfiguration;
import org.dwastudio.compute.ComputeConfigurations;
import org.dwastudio.compute.CudaDriverInfo;
import org.dwastudio.compute.Gpu;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.setting.Parameter;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.file.Directories;
import org.dwastudio.file.FreedesktopTrash;
import org.dwastudio.file.Trash;
import org.dwastudio.run.RunFolders;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.ui.compute.ComputeServices;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.desktop.PathRequest;
import org.dwastudio.ui.evaluation.EvaluationViewModel;
import org.dwastudio.ui.fake.FakeEngine;
import org.dwastudio.ui.fake.FakeSweeps;
import org.dwastudio.ui.fake.TeacherFiles;
import org.dwastudio.ui.fx.ProcessUse;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.page.Studio;
import org.dwastudio.ui.page.StudioServices;
import org.dwastudio.ui.preference.Preferences;
import org.dwastudio.ui.preference.StudioPreferences;
import org.dwastudio.ui.relabel.RelabelViewModel;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.stage.StageProgress.Place;
import org.dwastudio.ui.theme.Theme;
import org.dwastudio.ui.workspace.Workspace;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Studio window on a fake engine, for tests. Created on the FX thread. */
final class TestStudio implements AutoCloseable {
    final FakeEngine engine = new FakeEngine();
    final FakeSweeps sweeps = new FakeSweeps();
    final RememberedPreferences preferences = new RememberedPreferences();
    final PresetPicker picker = new PresetPicker();
    final Stage stage = new Stage();
    final Path home;
    final TeacherLibrary library;
    final List<Path> revealed = new CopyOnWriteArrayList<>();
    final Studio studio;
    final Workspace workspace;
    final StudioWindow window;

    TestStudio() {
        this(Runnable::run);
    }

    /** @param background executor that reads files and computes maps */
    TestStudio(Executor background) {
        // The toolkit must outlive this window, because other tests use it too.
        Platform.setImplicitExit(false);
        Threads threads = new Threads(Platform::runLater, background, System::nanoTime);
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T15:31:00Z"), ZoneOffset.UTC);
        home = temporaryFolder();
        Trash trash = new FreedesktopTrash(home.resolve("Trash"), clock);
        library = new TeacherLibrary(home.resolve("teachers"), trash);
        studio = Studio.on(
                new StudioServices(
                        engine,
                        sweeps,
                        threads,
                        new RunFolders(home.resolve("runs"), clock),
                        library,
                        revealed::add,
                        trash,
                        new ComputeServices(configuration(home), Optional.empty())),
                SynthesisPresets.demonstration());
        workspace = studio.workspace();
        window = new StudioWindow(stage, workspace, preferences, picker, new ProcessUse(() -> 1_200_000_000L, () -> 0));
    }

    /** Returns a configuration with two GPUs and no CUDA build. */
    private static ComputeConfiguration configuration(Path home) {
        return ComputeConfigurations.withGraphics(
                home,
                new CudaDriverInfo.Driver(
                        12080,
                        List.of(
                                new Gpu(0, "NVIDIA A10", 24_000_000_000L, "8.6"),
                                new Gpu(1, "NVIDIA T4", 16_000_000_000L, "7.5"))));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("studio");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a teacher to the library, for the bundled dataset or for another image size. */
    Path addTeacher(String name, int imageSize) throws IOException {
        NetworkConfig network = new NetworkConfig("resnet18", 16, NetworkConfig.Stem.SMALL, 1, 10, imageSize);
        Path file = TeacherFiles.write(home.resolve("source.safetensors"), network, 0.917);
        return library.add(file, name);
    }

    /** Lets the squeeze run some more steps and waits until the window has shown the last of them. */
    void advanceSqueeze(int steps) {
        int wanted = engine.squeeze().stepsMade() + steps;
        engine.allow(steps);
        await(() -> studio.squeezing()
                .squeeze()
                .progress()
                .placeProperty()
                .get()
                .filter(place -> place.step() == wanted)
                .isPresent());
    }

    /** Lets the evaluation run some more steps and waits until the window has shown the last of them. */
    void advanceEvaluation(int steps) {
        int wanted = engine.evaluation().stepsMade() + steps;
        long before =
                evaluation().progress().placeProperty().get().map(Place::step).orElse(0L);
        engine.allow(steps);
        await(() -> engine.evaluation().stepsMade() == wanted
                && evaluation()
                        .progress()
                        .placeProperty()
                        .get()
                        .filter(place -> place.step() >= before + steps)
                        .isPresent());
    }

    /** Lets the relabeling run some more steps and waits until the window has shown the last of them. */
    void advanceRelabel(int steps) {
        awaitRelabel(RunPhase.RUNNING);
        int wanted = engine.relabel().stepsMade() + steps;
        engine.allow(steps);
        await(() -> relabel()
                .progress()
                .placeProperty()
                .get()
                .filter(place -> place.step() == wanted)
                .isPresent());
    }

    void awaitRelabel(RunPhase state) {
        await(() -> relabel().work().stateProperty().get() == state);
    }

    RelabelViewModel relabel() {
        return studio.relabeling().relabel();
    }

    /** Returns the text of the status bar. */
    String status() {
        return labels("#status").get(0);
    }

    void awaitEvaluation(RunPhase state) {
        await(() -> evaluation().work().stateProperty().get() == state);
    }

    EvaluationViewModel evaluation() {
        return studio.students().evaluation();
    }

    void awaitSqueeze(RunPhase state) {
        await(() -> studio.squeezing().squeeze().work().stateProperty().get() == state);
    }

    /** Lets the synthesis run some more iterations and waits until the window has shown the last of them. */
    void advance(int iterations) {
        int wanted = engine.run().iterationsMade() + iterations;
        engine.allow(iterations);
        await(() -> engine.run().iterationsMade() == wanted);
        await(() -> studio.synthesis()
                .progress()
                .placeProperty()
                .get()
                .filter(place -> place.step() == wanted)
                .isPresent());
    }

    void awaitState(RunPhase state) {
        await(() -> studio.synthesis().run().work().stateProperty().get() == state);
    }

    Notice awaitNotice(String key) {
        await(() -> workspace.notices().shown().stream()
                .anyMatch(notice -> notice.key().equals(key)));
        return workspace.notices().shown().stream()
                .filter(notice -> notice.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the texts of all labels in a part of the window. */
    List<String> labels(String query) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> stage.getScene().getRoot().lookupAll(query).stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList());
    }

    /** Waits until a condition holds, evaluated on the FX thread. */
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
        try {
            Directories.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the folder of a run on the page of students. */
    Path showRun(FxRobot robot) throws IOException {
        Path run = home.resolve("runs").resolve("distilled");
        Files.createDirectories(run);
        ExperimentWriter.write(SynthesisPresets.demonstration(), run.resolve("experiment.yaml"));
        picker.answer = Optional.of(run);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        robot.clickOn("#evaluation-choose-run");
        await(() -> evaluation().evaluated().runProperty().get().isPresent());
        return run;
    }

    /** Trains this many students of each kind on a run. */
    void startStudents(FxRobot robot, int students) throws IOException {
        showRun(robot);
        robot.interact(() -> setRecipe(EvaluationConfig.STUDENTS, students));
        robot.push(KeyCode.F5);
        awaitEvaluation(RunPhase.RUNNING);
    }

    /** Sets a value of the recipe of students. */
    void setRecipe(Parameter<EvaluationConfig> parameter, double value) {
        studio.students().recipe().valueOf(parameter).set(value);
    }

    /** Preferences kept in memory for the duration of a test. */
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

    /** Path picker that returns a path preset by the test and records the suggested names. */
    static final class PresetPicker implements PathPicker {
        final List<String> suggestions = new ArrayList<>();
        Optional<Path> answer = Optional.empty();

        @Override
        public Optional<Path> pick(PathRequest request, Messages texts) {
            request.suggestedName().ifPresent(suggestions::add);
            return answer;
        }
    }
}
