package org.dwastudio.run.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.dwastudio.event.Metric;
import org.dwastudio.file.RegularFile;
import org.dwastudio.run.MetricsCsv;
import org.dwastudio.run.RunFolderException;

/**
 * Measurements of several parts in sequence, with continuous step numbers. Measurements of the whole image grid are
 * omitted: a part covers only its own columns.
 */
final class JoinedMetrics {
    private static final Set<String> OF_THE_GRID =
            Metric.OF_THE_GRID.stream().map(Metric::key).collect(Collectors.toUnmodifiableSet());

    private final List<RunPart> parts;

    JoinedMetrics(List<RunPart> parts) {
        this.parts = parts;
    }

    void write(Path file) throws IOException {
        try (BufferedWriter out = RegularFile.openText(file, StandardOpenOption.TRUNCATE_EXISTING)) {
            out.write(MetricsCsv.HEADER + "\n");
            long offset = 0;
            for (RunPart part : parts) {
                PartCopy copy = new PartCopy(part, offset, out);
                MetricsCsv.read(part.directory().metrics(), copy::row);
                offset += copy.steps();
            }
        }
    }

    /** Copy of the rows of one part. */
    private static final class PartCopy {
        private final RunPart part;
        private final long offset;
        private final BufferedWriter out;
        private long steps;

        /** @param offset steps of the parts before */
        PartCopy(RunPart part, long offset, BufferedWriter out) {
            this.part = part;
            this.offset = offset;
            this.out = out;
        }

        /** Returns the number of steps of the part so far. */
        long steps() {
            return steps;
        }

        void row(CSVRecord row) throws IOException {
            if (row.getRecordNumber() == 1) {
                requireHeader(row);
                return;
            }
            if (!MetricsCsv.isComplete(row) || !row.get(MetricsCsv.STEP).matches("\\d{1,18}")) {
                throw broken(part, row.getRecordNumber());
            }
            String metric = row.get(MetricsCsv.METRIC);
            if (OF_THE_GRID.contains(metric)) {
                return;
            }
            long step = Long.parseLong(row.get(MetricsCsv.STEP));
            if (metric.equals(Metric.TOTAL_LOSS.key())) {
                steps = step + 1;
            }
            Object[] fields = row.values();
            fields[MetricsCsv.STEP] = Long.toString(offset + step);
            MetricsCsv.write(out, fields);
        }

        private void requireHeader(CSVRecord row) throws RunFolderException {
            if (!String.join(",", row.values()).equals(MetricsCsv.HEADER)) {
                throw broken(part, row.getRecordNumber());
            }
        }
    }

    private static RunFolderException broken(RunPart part, long line) {
        return part.problem(
                "metrics.csv:" + line + " is not what a run writes. Please take the folder as the run left it");
    }
}
