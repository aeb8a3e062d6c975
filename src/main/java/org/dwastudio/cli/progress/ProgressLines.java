package org.dwastudio.cli.progress;

import java.io.PrintWriter;
import java.util.Locale;
import org.dwastudio.event.ProgressListener;

/** Progress output for logs and pipes: one line per 10 percent. */
public final class ProgressLines implements ProgressListener {
    private static final int PARTS = 10;

    private final PrintWriter out;
    private final Description description;
    private long partsShown;

    /** Description of the current state of the work. */
    @FunctionalInterface
    public interface Description {
        /** Returns the text behind the percentage. */
        String of(long done, long total);
    }

    /** Prints lines such as {@code  50 %  Fetching}. */
    public ProgressLines(PrintWriter out, Description description) {
        this.out = out;
        this.description = description;
    }

    /** Prints lines such as {@code  50 %  1000 of 2000 test images}. */
    public static ProgressLines counting(PrintWriter out, String objects) {
        return new ProgressLines(out, (done, total) -> done + " of " + total + " " + objects);
    }

    @Override
    public void progressed(long done, long total) {
        long parts = total > 0 ? PARTS * done / total : 0;
        if (parts > partsShown) {
            partsShown = parts;
            out.println(String.format(Locale.ROOT, "%3d %%  ", 100 * done / total) + description.of(done, total));
            out.flush();
        }
    }
}
