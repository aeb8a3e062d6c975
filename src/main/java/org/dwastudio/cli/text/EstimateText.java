package org.dwastudio.cli.text;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.dwastudio.stage.StageEstimate;

/**
 * Estimate as text.
 *
 * @param batchSizeKey setting of the batch size, for example {@code squeeze.batchSize}
 */
public record EstimateText(StageEstimate estimate, String batchSizeKey) {
    private static final double KILO = 1000;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double SHORTEST_IN_MINUTES = 120;
    private static final double SHORTEST_IN_WHOLE_HOURS = 10 * SECONDS_PER_HOUR;

    /**
     * Prints the estimate, with warnings, for example if it exceeds the available memory. If no step is left, nothing is
     * estimated.
     *
     * @param alone true if nothing else is printed: all facts to {@code out}; otherwise one line to {@code err}
     */
    public void print(boolean alone, PrintWriter out, PrintWriter err) {
        PrintWriter writer = alone ? out : err;
        if (isOfNothing()) {
            if (alone) {
                writer.println("Steps:  0, no step is left");
                writer.flush();
            }
            return;
        }
        if (alone) {
            lines().forEach(writer::println);
        } else {
            writer.println("Estimate: " + line());
        }
        if (!estimate.fits()) {
            writer.println("Warning: " + warning());
        }
        estimate.notes().forEach(note -> writer.println("Warning: " + note.describe()));
        writer.flush();
    }

    /** Returns true if no step is left. */
    public boolean isOfNothing() {
        return estimate.steps() == 0;
    }

    /** Returns one line, for example {@code about 3.1 h (20,000 steps of 560 ms), 1.4 GB of memory, 12 MB on disk}. */
    public String line() {
        return "about " + duration(estimate.seconds()) + " (" + steps()
                + (estimate.steps() == 1 ? " step of " : " steps of ")
                + duration(estimate.secondsPerStep()) + "), " + bytes(estimate.memoryBytes()) + " of memory, at most "
                + bytes(estimate.diskBytes()) + " on disk";
    }

    /** Returns one fact per line. */
    public List<String> lines() {
        return List.of(
                "Steps:  " + steps() + ", " + duration(estimate.secondsPerStep()) + " each (just measured)",
                "Time:   about " + duration(estimate.seconds()),
                "Memory: " + bytes(estimate.memoryBytes())
                        + (estimate.availableBytes().isPresent()
                                ? " of " + bytes(estimate.availableBytes().getAsLong()) + " available"
                                : ""),
                "Disk:   at most " + bytes(estimate.diskBytes()));
    }

    /** Returns advice if the estimate exceeds the available memory or disk. */
    public String warning() {
        int fitting = estimate.fittingBatchSize().orElse(0);
        return "This does not fit into the memory that is available ("
                + bytes(estimate.availableBytes().orElse(0)) + "). "
                + (fitting > 0
                        ? "Please choose a batch size of " + fitting + " or less (--set " + batchSizeKey + "=" + fitting
                                + "), or close other programs."
                        : "Not even the smallest batch would. Please close other programs, or choose a smaller network or"
                                + " smaller images.");
    }

    private String steps() {
        return String.format(Locale.ROOT, "%,d", estimate.steps());
    }

    private static String duration(double seconds) {
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.0f ms", seconds * KILO);
        }
        if (seconds < SHORTEST_IN_MINUTES) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (seconds < 2 * SECONDS_PER_HOUR) {
            return String.format(Locale.ROOT, "%.0f min", seconds / SECONDS_PER_MINUTE);
        }
        if (seconds < 2 * SECONDS_PER_DAY) {
            String format = seconds < SHORTEST_IN_WHOLE_HOURS ? "%.1f h" : "%.0f h";
            return String.format(Locale.ROOT, format, seconds / SECONDS_PER_HOUR);
        }
        return String.format(Locale.ROOT, "%.1f days", seconds / SECONDS_PER_DAY);
    }

    private static String bytes(long bytes) {
        double mega = bytes / (KILO * KILO);
        return mega < KILO
                ? String.format(Locale.ROOT, "%.0f MB", Math.max(1, mega))
                : String.format(Locale.ROOT, "%.1f GB", mega / KILO);
    }
}
