package org.dwastudio.cli.progress;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.dwastudio.event.RunEvent;

/** Progress lines of a run, with speed and remaining time. */
final class RunLines extends ConsoleProgress {
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;
    private final LongSupplier nanoClock;
    private final ProgressText text = new ProgressText();
    private final ProgressLines lines;
    private long started = Long.MIN_VALUE;
    private long firstStep;
    private String position = "";

    RunLines(PrintWriter out, LongSupplier nanoClock) {
        this.out = out;
        this.nanoClock = nanoClock;
        lines = new ProgressLines(out, (done, total) -> position + pace(done, total));
    }

    @Override
    void show(RunEvent.Progress progress) {
        if (started == Long.MIN_VALUE) {
            started = nanoClock.getAsLong();
            firstStep = progress.step();
        }
        position = text.describe(progress);
        lines.progressed(progress.step(), progress.totalSteps());
    }

    private String pace(long done, long total) {
        double seconds = (nanoClock.getAsLong() - started) / NANOS_PER_SECOND;
        double speed = seconds > 0 ? (done - firstStep) / seconds : 0;
        return speed > 0 ? String.format(Locale.ROOT, "  (%.1f it/s, %.0f s left)", speed, (total - done) / speed) : "";
    }

    @Override
    void note(RunEvent event) {
        text.note(event);
    }

    @Override
    void warn(String message) {
        out.println(message);
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
