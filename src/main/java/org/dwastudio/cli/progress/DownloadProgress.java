package org.dwastudio.cli.progress;

import java.io.PrintWriter;
import org.dwastudio.event.ProgressListener;

/** Progress display of a download: a bar on an interactive terminal, otherwise one line per 10 percent. */
public final class DownloadProgress implements ProgressListener, AutoCloseable {
    private static final long MEGABYTE = 1_000_000;

    private final ProgressListener display;
    private final Runnable end;

    private DownloadProgress(ProgressListener display, Runnable end) {
        this.display = display;
        this.end = end;
    }

    /**
     * Creates a progress display.
     *
     * @param downloadBytes part of the total that is downloaded; the rest is unpacked
     */
    @SuppressWarnings("SystemConsoleNull") // Main configures newer Java versions to return null when redirected.
    public static DownloadProgress to(PrintWriter lines, long downloadBytes) {
        if (System.console() == null) {
            return new DownloadProgress(
                    new ProgressLines(lines, (done, total) -> done == total ? "Done" : activity(done, downloadBytes)),
                    lines::flush);
        }
        MovingBar bar = new MovingBar(" MB", MEGABYTE);
        return new DownloadProgress(
                (done, total) -> bar.show("Download", done, total, activity(done, downloadBytes)), bar::close);
    }

    private static String activity(long done, long downloadBytes) {
        return done < downloadBytes ? "Fetching" : "Unpacking";
    }

    @Override
    public void progressed(long done, long total) {
        display.progressed(done, total);
    }

    @Override
    public void close() {
        end.run();
    }
}
