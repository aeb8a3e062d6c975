package org.dwastudio;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.dwastudio.cli.Commands;
import org.dwastudio.cli.WindowSpeed;
import org.dwastudio.compute.ChildTrial;
import org.dwastudio.compute.ComputeDesk;
import org.dwastudio.compute.ComputeFile;
import org.dwastudio.compute.LibtorchFolder;
import org.dwastudio.config.Presets;
import org.dwastudio.data.download.CudaBuild;
import org.dwastudio.file.UserFolder;
import org.dwastudio.pipeline.Engine;
import org.dwastudio.pipeline.assembly.StandardEngine;
import org.dwastudio.ui.StudioApp;
import org.dwastudio.ui.WindowBenchmark;
import org.dwastudio.ui.compute.ComputeMeans;

/** Starts the studio, or a command when arguments are given. */
public final class Main {
    private static final Duration TRIAL = Duration.ofMinutes(2);

    private final Optional<CudaBuild> cuda = CudaBuild.of(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            LibtorchFolder.VERSION,
            LibtorchFolder.CUDA_FLAVOUR,
            home("libtorch"));

    private final ComputeDesk desk = ComputeDesk.ofComputer(
            new ComputeFile(
                    UserFolder.of(System.getProperties(), System.getenv()).resolve("compute.properties")),
            cuda.map(CudaBuild::folder),
            new ChildTrial(ProgramStart.command(System.getProperties()), TRIAL));

    private Main() {}

    /** Ends the program when the window is closed or the command is done. */
    public static void main(String[] args) {
        // Since Java 22 a redirected stream still counts as a console unless the plain one is asked for.
        System.setProperty("jdk.console", "java.base");
        // Pictures are read and written in memory; on a Mac a second toolkit's screen would get in JavaFX's way.
        System.setProperty("java.awt.headless", "true");
        // Each figure of a run changes in a place of its own; with fewer places allowed, JavaFX draws all between them
        // too.
        System.setProperty("prism.dirtyregioncount", "15");
        Logging.route();
        Main program = new Main();
        System.exit(args.length > 0 ? program.commands().execute(args) : program.open());
    }

    private int open() {
        Optional<String> obstacle = Display.obstacle();
        if (obstacle.isPresent()) {
            System.err.println(obstacle.get() + " The demonstration runs in this terminal instead.");
            return commands().demonstrate();
        }
        try {
            new StudioApp(
                            engine(),
                            Presets.demonstration(),
                            home("runs"),
                            home("teachers"),
                            new ComputeMeans(desk, cuda))
                    .run();
            return 0;
        } catch (UnsupportedOperationException | LinkageError | IllegalStateException failure) {
            System.err.println(Display.explain(failure) + " The demonstration runs in this terminal instead.");
            return commands().demonstrate();
        }
    }

    private static Path home(String folder) {
        return Path.of(System.getProperty("user.home"), "dwa-studio", folder);
    }

    private Commands commands() {
        return new Commands(this::engine, this::measureWindow, home("teachers"), desk, cuda, ProgramVersion.read());
    }

    private WindowSpeed.Speeds measureWindow(double seconds) throws Exception {
        WindowBenchmark.Speeds speeds = new WindowBenchmark(engine(), new ComputeMeans(desk, cuda), seconds).run();
        return new WindowSpeed.Speeds(speeds.without(), speeds.with(), speeds.runs());
    }

    private Engine engine() {
        return new StandardEngine(ProgramVersion.read(), desk::plan);
    }
}
