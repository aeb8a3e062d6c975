package org.dwastudio.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * File with the duration of a run that has not ended, so that the parts of an interrupted run are added.
 *
 * @param file one line: trial, seed, seconds
 */
public record ElapsedTime(Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(ElapsedTime.class);
    private static final long MOST_BYTES = 1 << 12;
    private static final int CELLS = 3;

    /** Writes the duration of a run until now, replacing that of any other run. */
    void write(String trial, long seed, double seconds) throws IOException {
        AtomicFile.write(file, String.format(Locale.ROOT, "%s,%d,%.3f%n", trial, seed, seconds));
    }

    /**
     * Returns the duration of the earlier parts of a run.
     *
     * @return in seconds; 0 if there are none, or the file is missing or damaged
     */
    public double of(String trial, long seed) {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        try {
            List<String> lines = BoundedFile.readLines(file, MOST_BYTES);
            String[] cells = lines.isEmpty() ? new String[0] : lines.get(0).split(",", -1);
            if (cells.length != CELLS || !cells[0].equals(trial) || !cells[1].equals(Long.toString(seed))) {
                return 0;
            }
            double seconds = Double.parseDouble(cells[2]);
            return Double.isFinite(seconds) ? Math.max(0, seconds) : 0;
        } catch (IOException | NumberFormatException e) {
            LOG.warn("{} is ignored: {}", file, e.getMessage());
            return 0;
        }
    }

    /** Removes the file, after the run ended. */
    void clear() throws IOException {
        Files.deleteIfExists(file);
    }
}
