package org.dwastudio.cli.progress;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.dwastudio.event.ProgressListener;

/** Progress display of a download: a bar on an interactive terminal, otherwise one line per 10 percent. */
public abstract class DownloadProgress implements ProgressListener, AutoCloseable {
    private final long downloadBytes;

    /**
     * Creates a progress display.
     *
     * @param downloadBytes part of the total that is downloaded; the rest is unpacked
     */
    DownloadProgress(long downloadBytes) {
        this.downloadBytes = downloadBytes;
    }

    @SuppressWarnings("SystemConsoleNull") // Main configures newer Java versions to return null when redirected.
    public static DownloadProgress to(PrintWriter lines, long downloadBytes) {
        return System.console() == null ? new Lines(lines, downloadBytes) : new Bar(downloadBytes);
    }

    /** Returns the name of the current activity. */
    final String work(long done) {
        return done < downloadBytes ? "Fetching" : "Unpacking";
    }

    @Override
    public abstract void close();

    /** Progress lines for logs and pipes. */
    static final class Lines extends DownloadProgress {
        private static final int PARTS = 10;

        private final PrintWriter out;
        private long partsShown;

        Lines(PrintWriter out, long downloadBytes) {
            super(downloadBytes);
            this.out = out;
        }

        @Override
        public void progressed(long done, long total) {
            long parts = PARTS * done / Math.max(1, total);
            if (parts > partsShown) {
                partsShown = parts;
                out.printf("%3d %%  %s%n", 100 * done / total, done == total ? "Done" : work(done));
                out.flush();
            }
        }

        @Override
        public void close() {
            out.flush();
        }
    }

    private static final class Bar extends DownloadProgress {
        private static final int UPDATE_MILLIS = 200;
        private static final long MEGABYTE = 1_000_000;

        private Optional<ProgressBar> bar = Optional.empty();

        Bar(long downloadBytes) {
            super(downloadBytes);
        }

        @Override
        public void progressed(long done, long total) {
            if (bar.isEmpty()) {
                boolean unicode = Charset.defaultCharset().equals(StandardCharsets.UTF_8);
                bar = Optional.of(new ProgressBarBuilder()
                        .setTaskName("Download")
                        .setInitialMax(total)
                        .startsFrom(done, java.time.Duration.ZERO)
                        .setStyle(unicode ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(UPDATE_MILLIS)
                        .setUnit(" MB", MEGABYTE)
                        .showSpeed()
                        .build());
            }
            bar.get().stepTo(done);
            bar.get().setExtraMessage(" " + work(done));
        }

        @Override
        public void close() {
            bar.ifPresent(ProgressBar::close);
            bar = Optional.empty();
        }
    }
}
