package org.dwastudio.cli.progress;

import java.io.PrintWriter;
import java.util.Locale;
import org.dwastudio.event.RunEvent;

/** Progress bar of a run. */
final class TerminalBar extends ConsoleProgress {
    private final ProgressText text = new ProgressText();
    private final MovingBar bar = new MovingBar(" it", 1);
    private final PrintWriter out;

    TerminalBar(PrintWriter out) {
        this.out = out;
    }

    @Override
    void show(RunEvent.Progress progress) {
        bar.show(title(progress), progress.step(), progress.totalSteps(), text.describe(progress));
    }

    @Override
    void note(RunEvent event) {
        text.note(event);
    }

    @Override
    void warn(String message) {
        // The bar leaves the cursor behind itself.
        out.println();
        out.println(message);
        out.flush();
    }

    private static String title(RunEvent.Progress progress) {
        String key = progress.stage().key();
        return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }

    @Override
    public void close() {
        bar.close();
    }
}
