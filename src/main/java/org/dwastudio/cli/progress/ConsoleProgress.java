package org.dwastudio.cli.progress;

import java.io.PrintWriter;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;

/** Shows how far a run is, and what of it a reader of a console wants to know. */
public abstract class ConsoleProgress implements RunListener, AutoCloseable {

    /** A bar that moves where somebody looks at a terminal, else a line now and then. */
    @SuppressWarnings("SystemConsoleNull") // Main asks newer Javas for the console that is null when redirected.
    public static ConsoleProgress to(PrintWriter lines) {
        return System.console() == null ? new ProgressLines(lines, System::nanoTime) : new TerminalBar();
    }

    /** Nobody can see them here. */
    @Override
    public boolean wantsImages() {
        return false;
    }

    @Override
    public final void onEvent(RunEvent event) {
        if (event instanceof RunEvent.Progress progress) {
            show(progress);
        } else {
            note(event);
        }
    }

    abstract void show(RunEvent.Progress progress);

    /** Remembers a measurement for the next progress; other events change nothing. */
    abstract void note(RunEvent event);

    /** Leaves the console as it is for what is said next; closing again does nothing. */
    @Override
    public abstract void close();
}
