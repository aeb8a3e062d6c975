package org.dwastudio.ui.notice;

import java.nio.file.Path;
import org.dwastudio.config.StageName;

/** Action that a notice offers as a button; the window performs it. */
public sealed interface NextStep {

    /** Opens a folder in the file manager. */
    record OpenFolder(Path folder) implements NextStep {}

    /** Opens a file with the program that the desktop has for it. */
    record OpenFile(Path file) implements NextStep {}

    /** Shows the page of a stage. */
    record ShowStage(StageName stage) implements NextStep {}

    /** Resumes the run of a folder. */
    record Resume(Path folder) implements NextStep {}

    /** Runs an action. */
    record Act(Runnable action) implements NextStep {}
}
