package org.dwastudio.run.record;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dwastudio.event.Metric;
import org.dwastudio.run.RunFolderException;

/**
 * Measurements of several parts in sequence, with continuous step numbers. Measurements of the whole image grid are
 * omitted: a part covers only its own columns.
 */
final class JoinedMetrics {
    private static final Set<String> OF_THE_GRID = Set.of(
            Metric.WITHIN_CLASS_COSINE.key(),
            Metric.VENDI_SCORE.key(),
            Metric.REAL_WITHIN_CLASS_COSINE.key(),
            Metric.REAL_VENDI_SCORE.key());
    private static final int METRIC = 1;
    private static final int STEP = 4;
    private static final int FIELDS = 6;

    private final List<RunPart> parts;

    JoinedMetrics(List<RunPart> parts) {
        this.parts = parts;
    }

    void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(MetricsFile.HEADER + "\n");
            long offset = 0;
            for (RunPart part : parts) {
                offset += copy(part, offset, out);
            }
        }
    }

    /** Copies the lines of a part; returns its number of steps. */
    private static long copy(RunPart part, long offset, BufferedWriter out) throws IOException {
        Path file = part.directory().metrics();
        long steps = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String line = in.readLine();
            if (!MetricsFile.HEADER.equals(line)) {
                throw broken(part, 1);
            }
            int number = 1;
            for (line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                String[] fields = line.split(",", -1);
                if (fields.length != FIELDS || !fields[STEP].matches("\\d{1,18}")) {
                    throw broken(part, number);
                }
                if (OF_THE_GRID.contains(fields[METRIC])) {
                    continue;
                }
                long step = Long.parseLong(fields[STEP]);
                if (fields[METRIC].equals(Metric.TOTAL_LOSS.key())) {
                    steps = step + 1;
                }
                fields[STEP] = Long.toString(offset + step);
                out.write(String.join(",", fields) + "\n");
            }
        }
        return steps;
    }

    private static RunFolderException broken(RunPart part, int line) {
        return part.problem(
                "metrics.csv:" + line + " is not what a run writes. Please take the folder as the run left it");
    }
}
