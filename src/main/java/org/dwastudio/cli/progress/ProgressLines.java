package org.dwastudio.cli.progress;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.dwastudio.event.RunEvent;

/** A line at every tenth of a run, for logs and pipes. */
final class ProgressLines extends ConsoleProgress {
    private static final int PARTS = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;
    private final LongSupplier nanoClock;
    private final ProgressText text = new ProgressText();
    private long started = Long.MIN_VALUE;
    private long firstStep;
    private long partsShown;

    ProgressLines(PrintWriter out, LongSupplier nanoClock) {
        this.out = out;
        this.nanoClock = nanoClock;
    }

    @Override
    void show(RunEvent.Progress progress) {
        if (started == Long.MIN_VALUE) {
            started = nanoClock.getAsLong();
            firstStep = progress.step();
        }
        long parts = PARTS * progress.step() / Math.max(1, progress.totalSteps());
        if (parts > partsShown) {
            partsShown = parts;
            out.println(line(progress));
            out.flush();
        }
    }

    private String line(RunEvent.Progress progress) {
        double seconds = (nanoClock.getAsLong() - started) / NANOS_PER_SECOND;
        double speed = seconds > 0 ? (progress.step() - firstStep) / seconds : 0;
        long percent = 100 * progress.step() / progress.totalSteps();
        String pace = speed > 0
                ? String.format(
                        Locale.ROOT, "%.1f it/s, %.0f s left", speed, (progress.totalSteps() - progress.step()) / speed)
                : "";
        return String.format(Locale.ROOT, "%3d %%  %s  (%s)", percent, text.describe(progress), pace);
    }

    @Override
    void note(RunEvent event) {
        text.note(event);
    }

    @Override
    public void close() {
        out.flush();
    }
}
