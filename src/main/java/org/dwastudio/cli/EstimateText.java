package org.dwastudio.cli;

import java.util.List;
import java.util.Locale;
import org.dwastudio.pipeline.StageEstimate;

/** An estimate in words. */
record EstimateText(StageEstimate estimate) {
    private static final double KILO = 1000;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double SHORTEST_IN_SECONDS = 120;

    /** For example {@code about 3.1 h (20000 steps of 0.56 s), 1.4 GB of memory, 12 MB on disk}. */
    String line() {
        return "about " + duration(estimate.seconds()) + " (" + estimate.steps() + " steps of "
                + duration(estimate.secondsPerStep()) + "), " + bytes(estimate.memoryBytes()) + " of memory, "
                + bytes(estimate.diskBytes()) + " on disk";
    }

    /** One fact a line. */
    List<String> lines() {
        return List.of(
                "Steps:  " + estimate.steps() + ", " + duration(estimate.secondsPerStep()) + " each (just measured)",
                "Time:   about " + duration(estimate.seconds()),
                "Memory: " + bytes(estimate.memoryBytes())
                        + (estimate.availableBytes().isPresent()
                                ? " of " + bytes(estimate.availableBytes().getAsLong()) + " available"
                                : ""),
                "Disk:   at most " + bytes(estimate.diskBytes()));
    }

    /** What to do when it does not fit. */
    String warning() {
        int fitting = estimate.fittingBatchSize().orElse(0);
        return "This does not fit into the memory that is available ("
                + bytes(estimate.availableBytes().orElse(0)) + "). "
                + (fitting > 0
                        ? "Please choose a batch size of " + fitting + " or less (--set synthesis.batchSize=" + fitting
                                + "), or close other programs."
                        : "Not even one image at a time would. Please close other programs, choose a smaller teacher,"
                                + " or synthesise column by column.");
    }

    private static String duration(double seconds) {
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.0f ms", seconds * KILO);
        }
        if (seconds < SHORTEST_IN_SECONDS) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (seconds < 2 * SECONDS_PER_HOUR) {
            return String.format(Locale.ROOT, "%.0f min", seconds / SECONDS_PER_MINUTE);
        }
        if (seconds < 2 * SECONDS_PER_DAY) {
            return String.format(Locale.ROOT, "%.1f h", seconds / SECONDS_PER_HOUR);
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
