package org.dwastudio;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dwastudio.bench.WindowSpeed;
import org.dwastudio.bench.window.WindowBenchmark;
import org.dwastudio.cli.Commands;
import org.dwastudio.compute.ComputeConfiguration;
import org.dwastudio.compute.ComputeSettingsFile;
import org.dwastudio.compute.LibtorchFolder;
import org.dwastudio.compute.SubprocessLibraryProbe;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.yaml.ProgramVersion;
import org.dwastudio.data.download.CudaBuildDownloader;
import org.dwastudio.engine.Engine;
import org.dwastudio.engine.standard.StandardEngine;
import org.dwastudio.file.AppDirectories;
import org.dwastudio.file.Trash;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.ui.StudioApp;
import org.dwastudio.ui.compute.ComputeServices;

/** Entry point of the program: the window, or a command if arguments name one. */
public final class Main {
    private static final Duration TRIAL = Duration.ofMinutes(2);

    private final Optional<CudaBuildDownloader> cuda = CudaBuildDownloader.of(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            LibtorchFolder.VERSION,
            LibtorchFolder.CUDA_FLAVOUR,
            home("libtorch"));

    private final ComputeConfiguration compute = ComputeConfiguration.ofComputer(
            new ComputeSettingsFile(
                    AppDirectories.of(System.getProperties(), System.getenv()).resolve("compute.properties")),
            cuda.map(CudaBuildDownloader::folder),
            new SubprocessLibraryProbe(ProgramStart.command(System.getProperties()), TRIAL));

    private Main() {}

    /** Ends the program when the window is closed or the command is done. */
    public static void main(String[] args) {
        // Since Java 22 a redirected stream still counts as a console unless the plain one is asked for.
        System.setProperty("jdk.console", "java.base");
        // Images are read and written in memory; on a Mac a second toolkit's screen would get in JavaFX's way.
        System.setProperty("java.awt.headless", "true");
        // Each figure of a run changes in a place of its own; with fewer places allowed, JavaFX draws all between them
        // too.
        System.setProperty("prism.dirtyregioncount", "15");
        Logging.route();
        System.exit(startAtHome(args));
    }

    private static int startAtHome(String... args) {
        try {
            // Libraries keep their caches there, too.
            System.setProperty(
                    "user.home",
                    AppDirectories.home(System.getProperties(), System.getenv()).toString());
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        return new Main().start(args);
    }

    private int start(String... args) {
        if (args.length == 0) {
            return open(List.of());
        }
        Commands commands = commands();
        Optional<Path> file = FileToOpen.in(args).filter(path -> !commands.isCommand(args[0]));
        return file.isPresent() ? open(List.of(file.get())) : commands.execute(args);
    }

    private int open(List<Path> files) {
        Optional<String> obstacle = Display.obstacle().or(() -> obstacleMetBy(files));
        if (obstacle.isEmpty()) {
            return 0;
        }
        if (files.isEmpty()) {
            System.err.println(obstacle.get() + " The demonstration runs in this terminal instead.");
            return commands().demonstrate();
        }
        System.err.println(obstacle.get() + " An experiment runs in a terminal with: dwa-studio synthesize --config "
                + files.get(0));
        return 1;
    }

    /** Why the window could not be opened; empty after it was open and closed again. */
    private Optional<String> obstacleMetBy(List<Path> files) {
        try {
            new StudioApp(
                            engine(),
                            SynthesisPresets.firstLook(),
                            home("runs"),
                            home("teachers"),
                            new ComputeServices(compute, cuda))
                    .run(files);
            return Optional.empty();
        } catch (UnsupportedOperationException | LinkageError | IllegalStateException failure) {
            return Optional.of(Display.explain(failure));
        }
    }

    private static Path home(String folder) {
        return Path.of(System.getProperty("user.home"), "dwa-studio", folder);
    }

    private Commands commands() {
        TeacherLibrary teachers =
                new TeacherLibrary(home("teachers"), Trash.ofUser(System.getProperties(), System.getenv()));
        return new Commands(this::engine, this::measureWindow, teachers, compute, cuda, ProgramVersion.read());
    }

    private WindowSpeed.Speeds measureWindow(double seconds) throws Exception {
        return new WindowBenchmark(engine(), new ComputeServices(compute, cuda), seconds).run();
    }

    private Engine engine() {
        return new StandardEngine(ProgramVersion.read(), compute::plan);
    }
}
