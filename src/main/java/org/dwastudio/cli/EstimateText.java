package org.dwastudio.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dwastudio.pipeline.StageEstimate;

/** What a stage would take, in words. */
final class EstimateText {
    private static final double GIGABYTE = 1e9;
    private static final double MEGABYTE = 1e6;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;
    private static final double MANY = 3;

    private EstimateText() {}

    /**
     * One line, and another when the memory would not do.
     *
     * @param batchSizeKey the setting that decides the batch size, for example {@code squeeze.batchSize}
     */
    static List<String> lines(StageEstimate estimate, String batchSizeKey) {
        List<String> lines = new ArrayList<>();
        String available = estimate.availableBytes().isPresent()
                ? " of " + bytes(estimate.availableBytes().getAsLong()) + " available"
                : "";
        lines.add(String.format(
                Locale.ROOT,
                "Estimate: %,d steps, about %s; memory about %s%s; disk up to %s",
                estimate.steps(),
                duration(estimate.seconds()),
                bytes(estimate.memoryBytes()),
                available,
                bytes(estimate.diskBytes())));
        estimate.fittingBatchSize()
                .ifPresent(size -> lines.add(
                        size > 0
                                ? "The memory may not do. Please choose a smaller batch, --set " + batchSizeKey + "="
                                        + size + "."
                                : "The memory may not do, even for the smallest batch. Please choose a smaller network or smaller"
                                        + " images."));
        return lines;
    }

    static String bytes(long bytes) {
        return bytes >= GIGABYTE
                ? String.format(Locale.ROOT, "%.1f GB", bytes / GIGABYTE)
                : String.format(Locale.ROOT, "%.0f MB", bytes / MEGABYTE);
    }

    /** In the largest unit of which there are a few: {@code 90 s}, {@code 12 min}, {@code 5 h}, {@code 4 days}. */
    static String duration(double seconds) {
        if (seconds < MANY * MINUTE) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        if (seconds < MANY * HOUR) {
            return String.format(Locale.ROOT, "%.0f min", seconds / MINUTE);
        }
        return seconds < MANY * DAY
                ? String.format(Locale.ROOT, "%.0f h", seconds / HOUR)
                : String.format(Locale.ROOT, "%.0f days", seconds / DAY);
    }
}
