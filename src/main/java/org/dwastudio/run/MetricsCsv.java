package org.dwastudio.run;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dwastudio.config.StageName;
import org.dwastudio.event.Metric;
import org.dwastudio.event.RunEvent;
import org.dwastudio.file.BoundedFile;

/** Format of {@code metrics.csv}: a measured number per line, in full precision. */
public final class MetricsCsv {
    public static final String HEADER = "stage,metric,column,iteration,step,value";

    /** Index of the metric's key in a row. */
    public static final int METRIC = 1;

    /** Index of the step in a row. */
    public static final int STEP = 4;

    private static final int FIELDS = 6;
    /** Keys and numbers in full precision are much shorter. */
    private static final int LONGEST_LINE = 1000;

    /** Keys and numbers need no quotes; a stray one must not swallow the rest of a damaged file. */
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setQuote(null)
            .setRecordSeparator('\n')
            .setIgnoreEmptyLines(false)
            .get();

    private static final Map<String, Metric> METRICS =
            Stream.of(Metric.values()).collect(Collectors.toUnmodifiableMap(Metric::key, Function.identity()));
    private static final Map<String, StageName> STAGES =
            Stream.of(StageName.values()).collect(Collectors.toUnmodifiableMap(StageName::key, Function.identity()));

    private MetricsCsv() {}

    /** Receiver of the rows of a file. */
    @FunctionalInterface
    public interface RowListener {
        void row(CSVRecord row) throws IOException;
    }

    /**
     * Passes on every row of a file, the header included. Bytes that are not text make their row invalid, as a row that
     * is cut.
     */
    public static void read(Path file, RowListener listener) throws IOException {
        // Unlike Files.newBufferedReader, this reader replaces malformed bytes.
        try (Reader in = new InputStreamReader(BoundedFile.open(file), StandardCharsets.UTF_8)) {
            read(in, listener);
        }
    }

    /** Passes on every row of a text, the header included. */
    public static void read(Reader in, RowListener listener) throws IOException {
        try (CSVParser rows = CSVParser.parse(new ShortLines(in, LONGEST_LINE), FORMAT)) {
            for (CSVRecord row : rows) {
                listener.row(row);
            }
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** Returns true for a row with as many fields as the header. */
    public static boolean isComplete(CSVRecord row) {
        return row.size() == FIELDS;
    }

    /** Returns the measurement of a row; empty for the header, cut lines and metrics of other versions. */
    public static Optional<RunEvent.MetricPoint> point(CSVRecord row) {
        if (!isComplete(row) || !METRICS.containsKey(row.get(METRIC)) || !STAGES.containsKey(row.get(0))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RunEvent.MetricPoint(
                    STAGES.get(row.get(0)),
                    METRICS.get(row.get(METRIC)),
                    Integer.parseInt(row.get(2)),
                    Integer.parseInt(row.get(3)),
                    Long.parseLong(row.get(STEP)),
                    Double.parseDouble(row.get(5))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Appends the row of a measurement. */
    public static void write(RunEvent.MetricPoint point, Appendable out) throws IOException {
        write(
                out,
                point.stage().key(),
                point.metric().key(),
                point.unit(),
                point.iteration(),
                point.step(),
                point.value());
    }

    /** Appends a row of these fields. */
    public static void write(Appendable out, Object... fields) throws IOException {
        FORMAT.printRecord(out, fields);
    }
}
