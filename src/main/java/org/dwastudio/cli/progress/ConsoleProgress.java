package org.dwastudio.cli.progress;

import java.io.PrintWriter;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;

/** Progress display of a run: a bar on an interactive terminal, otherwise one line per 10 percent. */
public abstract class ConsoleProgress implements RunListener, AutoCloseable {

    @SuppressWarnings("SystemConsoleNull") // Main configures newer Java versions to return null when redirected.
    public static ConsoleProgress to(PrintWriter lines) {
        return System.console() == null ? new RunLines(lines, System::nanoTime) : new TerminalBar(lines);
    }

    /** Returns false: a console shows no images. */
    @Override
    public boolean wantsImages() {
        return false;
    }

    @Override
    public final void onEvent(RunEvent event) {
        if (event instanceof RunEvent.Progress progress) {
            show(progress);
        } else if (event instanceof RunEvent.SnapshotsEnded ended) {
            warn(ended.reason().english());
        } else if (event instanceof RunEvent.StageNoted noted) {
            warn(noted.note().english());
        } else {
            note(event);
        }
    }

    abstract void show(RunEvent.Progress progress);

    /** Stores a measurement for the next progress; ignores other events. */
    abstract void note(RunEvent event);

    /** Prints a message on a line of its own. */
    abstract void warn(String message);

    /** Ends the display, so that other output can follow; further calls have no effect. */
    @Override
    public abstract void close();
}
