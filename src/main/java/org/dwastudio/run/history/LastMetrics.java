package org.dwastudio.run.history;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.dwastudio.event.Metric;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.run.MetricsCsv;
import org.dwastudio.run.RunDirectory;

/**
 * Last value of every metric of a run, read from the end of its metrics alone, because reading a long run's file takes
 * a while.
 */
public final class LastMetrics {
    private static final int TAIL = 1 << 18;

    private LastMetrics() {}

    /** Reads the end of {@code metrics.csv}; metrics that it does not contain are missing, without a file all are. */
    public static Map<Metric, Double> in(RunDirectory directory) throws IOException {
        Map<Metric, Double> last = new EnumMap<>(Metric.class);
        if (Files.isRegularFile(directory.metrics())) {
            MetricsCsv.read(new StringReader(tail(directory.metrics())), row -> MetricsCsv.point(row)
                    .ifPresent(point -> last.put(point.metric(), point.value())));
        }
        return last;
    }

    /**
     * Returns the end of the file. A line that is cut at its beginning has too few fields, or an unknown stage name.
     */
    private static String tail(Path file) throws IOException {
        try (FileChannel channel = BoundedFile.openChannel(file)) {
            channel.position(Math.max(0, channel.size() - TAIL));
            ByteBuffer bytes = ByteBuffer.allocate(TAIL);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until the end of the file.
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        }
    }
}
