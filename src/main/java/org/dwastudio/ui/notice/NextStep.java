package org.dwastudio.ui.notice;

import java.nio.file.Path;
import org.dwastudio.config.StageName;

/** Action that a notice offers as a button; the window performs it. */
public sealed interface NextStep {

    /** Step that opens a folder in the file manager. */
    record OpenFolder(Path folder) implements NextStep {}

    /** Step that opens a file with the desktop's program for it. */
    record OpenFile(Path file) implements NextStep {}

    /** Step that shows the page of a stage. */
    record ShowStage(StageName stage) implements NextStep {}

    /** Step that resumes the run of a folder. */
    record Resume(Path folder) implements NextStep {}

    /** Step that runs an action. */
    record Act(Runnable action) implements NextStep {}
}
