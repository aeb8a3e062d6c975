package org.dwastudio.ui.page;

import java.nio.file.Path;
import org.dwastudio.engine.Engine;
import org.dwastudio.file.Trash;
import org.dwastudio.queue.QueueStore;
import org.dwastudio.run.RunFolders;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.ui.compute.ComputeServices;
import org.dwastudio.ui.desktop.FileReveal;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.sweep.work.EngineSweeps;
import org.dwastudio.ui.sweep.work.SweepService;

/**
 * Everything outside the window that its models use.
 *
 * @param sweeps runs sweeps on the engine
 * @param library teachers of the user
 * @param trash takes deleted run folders
 * @param compute devices and builds of the native library
 */
public record StudioServices(
        Engine engine,
        SweepService sweeps,
        Threads threads,
        RunFolders folders,
        TeacherLibrary library,
        FileReveal reveal,
        Trash trash,
        ComputeServices compute) {

    /** Creates the services with sweeps on the engine. */
    public StudioServices(
            Engine engine,
            Threads threads,
            RunFolders folders,
            TeacherLibrary library,
            FileReveal reveal,
            Trash trash,
            ComputeServices compute) {
        this(engine, new EngineSweeps(engine), threads, folders, library, reveal, trash, compute);
    }

    /** Returns the folders of sweeps, next to the folder of runs. */
    RunFolders sweepFolders() {
        return new RunFolders(folders.parent().resolveSibling("sweeps"), folders.clock());
    }

    /** Returns the store of the queue, next to the folder of runs. */
    QueueStore queue() {
        return new QueueStore(folders.parent().resolveSibling("queue"));
    }

    /** Returns the log file of the window, next to the folder of runs. */
    public Path log() {
        return folders.parent().resolveSibling("log").resolve("studio.log");
    }
}
