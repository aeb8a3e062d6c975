package org.dwastudio.cli.progress;

import java.io.PrintWriter;
import java.util.Locale;
import org.dwastudio.event.ProgressListener;

/** A line at every tenth of some work beside the stages. */
public final class CountLines implements ProgressListener {
    private static final int PARTS = 10;

    private final PrintWriter out;
    private final String what;
    private long partsShown;

    /** Prints lines such as {@code  50 %  1000 of 2000 test images}. */
    public CountLines(PrintWriter out, String what) {
        this.out = out;
        this.what = what;
    }

    @Override
    public void progressed(long done, long total) {
        long parts = total > 0 ? PARTS * done / total : 0;
        if (parts > partsShown) {
            partsShown = parts;
            out.printf(Locale.ROOT, "%3d %%  %d of %d %s%n", 100 * done / total, done, total, what);
            out.flush();
        }
    }
}
