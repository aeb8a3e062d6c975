package org.dwastudio.artifact;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dwastudio.event.RunEvent;

/** Every measured number as a line of {@code metrics.csv}, in full precision. Reaches the disk every few seconds. */
final class MetricsFile implements AutoCloseable {
    static final String HEADER = "stage,metric,column,iteration,step,value";

    private static final Duration LONGEST_BUFFERED = Duration.ofSeconds(3);

    private final BufferedWriter out;
    private final Clock clock;
    private Instant flushed;

    /** Starts the file with its header. */
    MetricsFile(Path file, Clock clock) throws IOException {
        this.clock = clock;
        out = Files.newBufferedWriter(file);
        out.write(HEADER + "\n");
        out.flush();
        flushed = clock.instant();
    }

    void append(RunEvent.MetricPoint point) throws IOException {
        out.write(point.stage().key()
                + ','
                + point.metric().key()
                + ','
                + point.column()
                + ','
                + point.iteration()
                + ','
                + point.step()
                + ','
                + point.value()
                + '\n');
        if (Duration.between(flushed, clock.instant()).compareTo(LONGEST_BUFFERED) >= 0) {
            flush();
        }
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
