package org.dwastudio.run.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dwastudio.config.StageName;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.StepLoss;
import org.dwastudio.file.RegularFile;
import org.dwastudio.run.MetricsCsv;

/** File of all measurements, {@code metrics.csv}, in full precision. It is flushed to disk every few seconds. */
final class MetricsFile implements AutoCloseable {
    private static final Duration LONGEST_BUFFERED = Duration.ofSeconds(3);

    private final Path file;
    private final BufferedWriter out;
    private final Clock clock;
    private Instant flushed;

    /**
     * Starts the file with its header, or continues an existing one.
     *
     * @param kept number of first bytes that stay; the rest is removed. 0 starts a new file
     */
    MetricsFile(Path file, long kept, Clock clock) throws IOException {
        this.file = file;
        this.clock = clock;
        if (kept > 0) {
            try (FileChannel channel = RegularFile.openForWriting(file)) {
                channel.truncate(kept);
            }
            out = RegularFile.openText(file, StandardOpenOption.APPEND);
        } else {
            out = RegularFile.openText(file, StandardOpenOption.TRUNCATE_EXISTING);
            out.write(MetricsCsv.HEADER + "\n");
        }
        out.flush();
        flushed = clock.instant();
    }

    /**
     * Appends the parts of a loss, batch-norm losses before r_bn; feature regression and repulsion only where there are
     * any, and a distribution matching without other parts.
     */
    void append(RunEvent.LossMeasured measured) throws IOException {
        StepLoss loss = measured.loss();
        if (loss.distributionMatching().isPresent()) {
            append(measured, Metric.DISTRIBUTION_MATCHING, loss.total());
            append(measured, Metric.TOTAL_LOSS, loss.total());
            return;
        }
        if (loss.featureRegression() != 0) {
            append(measured, Metric.FEATURE_REGRESSION, loss.featureRegression());
        }
        if (loss.featureRepulsion() != 0) {
            append(measured, Metric.FEATURE_REPULSION, loss.featureRepulsion());
        }
        append(measured, Metric.TOTAL_LOSS, loss.total());
        append(measured, Metric.CROSS_ENTROPY, loss.crossEntropy());
        append(measured, Metric.BATCH_NORM_MEAN, loss.batchNormMean());
        append(measured, Metric.BATCH_NORM_VARIANCE, loss.batchNormVariance());
    }

    private void append(RunEvent.LossMeasured place, Metric metric, double value) throws IOException {
        append(new RunEvent.MetricPoint(
                StageName.SYNTHESIS, metric, place.column(), place.iteration(), place.step(), value));
    }

    void append(RunEvent.MetricPoint point) throws IOException {
        MetricsCsv.write(point, out);
        if (Duration.between(flushed, clock.instant()).compareTo(LONGEST_BUFFERED) >= 0) {
            flush();
        }
    }

    /** Flushes the file and returns its length in bytes. */
    long length() throws IOException {
        flush();
        return Files.size(file);
    }

    void flush() throws IOException {
        out.flush();
        flushed = clock.instant();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
