package org.dwastudio.ui.page;

import java.nio.file.Path;
import org.dwastudio.engine.Engine;
import org.dwastudio.file.Trash;
import org.dwastudio.run.RunFolders;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.ui.compute.ComputeServices;
import org.dwastudio.ui.desktop.FileReveal;
import org.dwastudio.ui.fx.Threads;

/**
 * Everything outside the window that its models use.
 *
 * @param library teachers of the user
 * @param trash takes deleted run folders
 * @param compute devices and builds of the native library
 */
public record StudioServices(
        Engine engine,
        Threads threads,
        RunFolders folders,
        TeacherLibrary library,
        FileReveal reveal,
        Trash trash,
        ComputeServices compute) {

    /** Returns the log file of the window, next to the folder of runs. */
    public Path log() {
        return folders.parent().resolveSibling("log").resolve("studio.log");
    }
}
