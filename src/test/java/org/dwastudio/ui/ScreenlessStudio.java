package org.dwastudio.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.dwastudio.compute.ComputeConfigurations;
import org.dwastudio.compute.CudaDriverInfo;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.file.Directories;
import org.dwastudio.file.FreedesktopTrash;
import org.dwastudio.file.Trash;
import org.dwastudio.run.RunFolders;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.ui.compute.ComputeServices;
import org.dwastudio.ui.fake.FakeEngine;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.page.Studio;
import org.dwastudio.ui.page.StudioServices;
import org.dwastudio.ui.workspace.Workspace;

/** The models of the window on a fake engine, without views; the thread of the test takes the part of the FX thread. */
final class ScreenlessStudio implements AutoCloseable {
    final FakeEngine engine = new FakeEngine();
    final Path home;
    final Studio studio;
    final Workspace workspace;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

    ScreenlessStudio() throws IOException {
        home = Files.createTempDirectory("studio");
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T15:31:00Z"), ZoneOffset.UTC);
        Trash trash = new FreedesktopTrash(home.resolve("Trash"), clock);
        studio = Studio.on(
                new StudioServices(
                        engine,
                        new Threads(tasks::add, Runnable::run, System::nanoTime),
                        new RunFolders(home.resolve("runs"), clock),
                        new TeacherLibrary(home.resolve("teachers"), trash),
                        file -> {},
                        trash,
                        new ComputeServices(
                                ComputeConfigurations.withGraphics(home, new CudaDriverInfo.Driver(12080, List.of())),
                                Optional.empty())),
                SynthesisPresets.demonstration());
        workspace = studio.workspace();
        engine.finishLoading();
        workspace.load();
        await(() -> workspace.datasets().current().factsProperty().get().value().isPresent());
    }

    /** Runs what arrives at the FX thread until a condition holds. */
    void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain");
            }
            try {
                Optional.ofNullable(tasks.poll(5, TimeUnit.MILLISECONDS)).ifPresent(Runnable::run);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            workspace.stages().follow();
        }
    }

    /** Returns the folder of a finished run that holds an experiment and nothing else. */
    Path runFolder(String name, Experiment experiment) throws IOException {
        Path run = home.resolve("runs").resolve(name);
        Files.createDirectories(run);
        ExperimentWriter.write(experiment, run.resolve("experiment.yaml"));
        return run;
    }

    @Override
    public void close() throws IOException {
        engine.close();
        Directories.delete(home);
    }
}
