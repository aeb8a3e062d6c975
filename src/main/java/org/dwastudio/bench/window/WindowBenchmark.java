package org.dwastudio.bench.window;

import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.dwastudio.bench.WindowSpeed.Frames;
import org.dwastudio.bench.WindowSpeed.Pace;
import org.dwastudio.bench.WindowSpeed.Speeds;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.engine.Engine;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.metric.Median;
import org.dwastudio.run.RunFolders;
import org.dwastudio.run.history.LoadedRun;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;
import org.dwastudio.task.DaemonThreads;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.ui.StudioWindow;
import org.dwastudio.ui.compute.ComputeServices;
import org.dwastudio.ui.desktop.FileManagerRevealer;
import org.dwastudio.ui.desktop.WindowPathPicker;
import org.dwastudio.ui.fx.DrawingTime;
import org.dwastudio.ui.fx.ProcessUse;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.measurement.MeasurementTabs.Tab;
import org.dwastudio.ui.page.Studio;
import org.dwastudio.ui.page.StudioServices;
import org.dwastudio.ui.preference.Preferences;
import org.dwastudio.ui.preference.StudioPreferences;
import org.dwastudio.ui.stage.RunPhase;

/**
 * Benchmark of the open window: the speed of the demonstration with and without it, alternating, and frames while the
 * time line is moved.
 */
public final class WindowBenchmark {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SCRUB_SECONDS = 5;
    private static final List<Integer> SCRUBBED_COLUMNS = List.of(10, 1000);

    private final TimedEngine engine;
    private final ComputeServices compute;
    private final double seconds;
    private final ExecutorService background = Executors.newCachedThreadPool(new DaemonThreads("dwa-bench"));

    /** Creates a benchmark that takes about the given number of seconds and makes at least two runs of each kind. */
    public WindowBenchmark(Engine engine, ComputeServices compute, double seconds) {
        this.compute = compute;
        this.engine = new TimedEngine(engine);
        this.seconds = seconds;
    }

    /**
     * Runs the benchmark. Starts JavaFX, which is possible only once per process.
     *
     * @throws Exception when no window can be opened or a run fails
     */
    public Speeds run() throws Exception {
        RunFolders folders =
                new RunFolders(Files.createTempDirectory("dwa-bench"), Clock.system(ZoneId.systemDefault()));
        List<Pace> without = new ArrayList<>();
        List<Pace> with = new ArrayList<>();
        List<Pace> embedding = new ArrayList<>();
        List<Frames> scrubbing = new ArrayList<>();
        try (engine) {
            OpenWindow window = onFx(() -> open(folders));
            headless(folders);
            inWindow(window, Tab.LIVE);
            inWindow(window, Tab.EMBEDDING);
            long end = System.nanoTime() + (long) (seconds * NANOS_PER_SECOND);
            // Every kind comes once before and once after the others, so that other load on the machine affects all
            // equally.
            do {
                without.add(headless(folders));
                with.add(inWindow(window, Tab.LIVE));
                embedding.add(inWindow(window, Tab.EMBEDDING));
                embedding.add(inWindow(window, Tab.EMBEDDING));
                with.add(inWindow(window, Tab.LIVE));
                without.add(headless(folders));
            } while (System.nanoTime() < end);
            for (int columns : SCRUBBED_COLUMNS) {
                scrubbing.add(scrub(window, columns));
            }
        } finally {
            Platform.exit();
        }
        return new Speeds(median(without), median(with), median(embedding), with.size(), scrubbing);
    }

    private static Pace median(List<Pace> paces) {
        return new Pace(
                Median.of(paces.stream().map(Pace::stepsPerSecond).toList()),
                Median.of(paces.stream().map(Pace::otherThreads).toList()));
    }

    private record OpenWindow(Stage stage, StudioWindow window, Studio studio) {}

    private OpenWindow open(RunFolders folders) {
        Stage stage = new Stage();
        Threads threads = new Threads(Platform::runLater, background, System::nanoTime);
        Studio studio = Studio.on(
                new StudioServices(
                        engine,
                        threads,
                        folders,
                        new TeacherLibrary(folders.parent().resolve("teachers"), path -> {}),
                        new FileManagerRevealer(""),
                        path -> {},
                        compute),
                SynthesisPresets.demonstration());
        StudioWindow window = new StudioWindow(
                stage,
                studio.workspace(),
                new Unremembered(),
                new WindowPathPicker(stage),
                new ProcessUse(() -> 0, new DrawingTime()));
        return new OpenWindow(stage, window, studio);
    }

    private Pace headless(RunFolders folders) throws Exception {
        CompletableFuture<Pace> pace = engine.nextPace();
        StageRun<SynthesisOutcome> run = engine.start(
                SynthesisRequest.fresh(SynthesisPresets.demonstration(), folders.next("headless")), new Unwatched());
        run.outcome().get();
        return pace.get();
    }

    private static Frames scrub(OpenWindow open, int columns) throws Exception {
        ScrubBenchmark benchmark = new ScrubBenchmark(columns);
        LoadedRun run = benchmark.run();
        CompletableFuture<Frames> frames = onFx(() -> {
            open.studio().synthesis().tabs().tabProperty().set(Tab.LIVE);
            open.studio().synthesis().run().show(run);
            open.window().show();
            return benchmark.scrub(open.studio(), SCRUB_SECONDS);
        });
        return frames.get();
    }

    private Pace inWindow(OpenWindow open, Tab tab) throws Exception {
        CompletableFuture<Pace> pace = engine.nextPace();
        CompletableFuture<RunPhase> idle = new CompletableFuture<>();
        Subscription watch = onFx(() -> {
            open.studio().synthesis().tabs().tabProperty().set(tab);
            open.window().show();
            open.studio().synthesis().run().start();
            return open.studio().synthesis().run().work().stateProperty().subscribe(state -> {
                if (!state.isActive()) {
                    idle.complete(state);
                }
            });
        });
        Pace measured = pace.get();
        // The window is notified of the end slightly later and cannot start another run before that.
        idle.get();
        onFx(() -> {
            watch.unsubscribe();
            open.stage().hide();
            return open;
        });
        return measured;
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                result.complete(work.call());
            } catch (Exception failure) {
                result.completeExceptionally(failure);
            }
        };
        try {
            Platform.setImplicitExit(false);
            Platform.startup(task);
        } catch (IllegalStateException alreadyStarted) {
            Platform.runLater(task);
        }
        return result.get();
    }

    /** Initial preferences that are never saved. */
    private static final class Unremembered implements StudioPreferences {
        @Override
        public Preferences load() {
            return Preferences.initial();
        }

        @Override
        public void save(Preferences preferences) {
            // The benchmark must not change the user's preferences.
        }
    }

    /** Listener that ignores all events and requests no images, like the command line. */
    private static final class Unwatched implements RunListener {
        @Override
        public void onEvent(RunEvent event) {
            // The stopwatch that wraps this listener handles the progress events.
        }

        @Override
        public boolean wantsImages() {
            return false;
        }
    }
}
