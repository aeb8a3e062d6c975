package org.dwastudio.cli.progress;

import java.io.PrintWriter;
import java.util.Locale;
import org.dwastudio.event.ProgressListener;

/** A line at every tenth of the images that are looked at. */
public final class ImageProgress implements ProgressListener {
    private static final int PARTS = 10;

    private final PrintWriter out;
    private long partsShown;

    public ImageProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void progressed(long done, long total) {
        long parts = total > 0 ? PARTS * done / total : 0;
        if (parts > partsShown) {
            partsShown = parts;
            out.printf(Locale.ROOT, "%3d %%  %d of %d images%n", 100 * done / total, done, total);
            out.flush();
        }
    }
}
