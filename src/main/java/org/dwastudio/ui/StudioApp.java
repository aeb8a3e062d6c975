package org.dwastudio.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.dwastudio.compute.SystemMemory;
import org.dwastudio.config.Experiment;
import org.dwastudio.engine.Engine;
import org.dwastudio.file.Trash;
import org.dwastudio.run.RunFolders;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.ui.compute.ComputeServices;
import org.dwastudio.ui.desktop.FileManagerRevealer;
import org.dwastudio.ui.desktop.WindowPathPicker;
import org.dwastudio.ui.fx.DrawingTime;
import org.dwastudio.ui.fx.ProcessUse;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.page.Studio;
import org.dwastudio.ui.page.StudioServices;
import org.dwastudio.ui.preference.FilePreferences;
import org.dwastudio.ui.workspace.ProcessMemory;
import org.dwastudio.ui.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The studio as a program: one window over one engine, put together here and nowhere else.
 *
 * @param engine does the work; it may still be loading
 * @param first the experiment that the window begins with
 * @param runs the folder in which every run gets a folder of its own; made when the first run starts; downloads
 *     get a folder next to it
 * @param teachers the folder of the user's own teachers; made when the first is added
 * @param compute what can be computed on
 */
public record StudioApp(Engine engine, Experiment first, Path runs, Path teachers, ComputeServices compute) {
    private static final Logger LOG = LoggerFactory.getLogger(StudioApp.class);

    /**
     * Opens the window and returns when it is closed; the engine is closed by then too, and also where the process is asked
     * to end (SIGTERM, as when a user logs out): a run is stopped and kept then. Starts JavaFX, which a process can do only
     * once.
     *
     * @param files opened at the start as if they had been dropped on the window; may be empty
     * @throws UnsupportedOperationException if there is no display
     */
    public void run(List<Path> files) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        ExecutorService reader = Executors.newSingleThreadExecutor(task -> new Thread(task, "studio-files"));
        Thread atEnd = new Thread(engine::close, "studio-end");
        Runtime.getRuntime().addShutdownHook(atEnd);
        try {
            // Where this throws nothing was started, and Platform.exit would wait for ever.
            Platform.startup(() -> openOrTell(files, reader, closed));
            try {
                closed.join();
            } finally {
                Platform.exit();
            }
        } finally {
            reader.shutdown();
            if (isTakenBack(atEnd)) {
                engine.close();
            }
        }
    }

    /** False when the process is ending already: then the hook closes what it has to. */
    private static boolean isTakenBack(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("The process is ending", e);
            return false;
        }
    }

    private void openOrTell(List<Path> files, ExecutorService reader, CompletableFuture<Void> closed) {
        try {
            open(files, reader, closed);
        } catch (RuntimeException | Error failure) {
            closed.completeExceptionally(failure);
        }
    }

    private void open(List<Path> files, ExecutorService reader, CompletableFuture<Void> closed) {
        Stage stage = new Stage();
        Threads threads = new Threads(Platform::runLater, reader, System::nanoTime);
        Trash trash = Trash.ofUser(System.getProperties(), System.getenv());
        StudioServices services = new StudioServices(
                engine,
                threads,
                new RunFolders(runs, Clock.system(ZoneId.systemDefault())),
                new TeacherLibrary(teachers, trash),
                new FileManagerRevealer(System.getProperty("os.name", "")),
                trash,
                compute);
        new ApplicationLog(services.log()).start();
        Studio studio = Studio.on(services, first);
        Workspace workspace = studio.workspace();
        workspace.datasets().download().parentProperty().set(runs.resolveSibling("datasets"));
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            LOG.error("Unexpected failure in the window", failure);
            workspace.notices().addFailure("notice.unexpected", failure);
        });
        StudioWindow window = new StudioWindow(
                stage,
                workspace,
                FilePreferences.ofUser(System.getProperties(), System.getenv()),
                new WindowPathPicker(stage),
                new ProcessUse(new ProcessMemory(new SystemMemory()::resident, reader), new DrawingTime()));
        stage.showingProperty().subscribe((was, showing) -> {
            if (was) {
                closed.complete(null);
            }
        });
        window.show();
        studio.showRunsOf(runs);
        workspace.sweep().library().offerInterrupted(() -> window.appearance()
                .languageProperty()
                .get()
                .locale());
        if (!files.isEmpty()) {
            workspace.dropped().open(files);
        }
    }
}
