package org.dwastudio.bench.parity;

import java.util.Map;

/**
 * Deviation of a float64 synthesis from the results of the published implementation.
 *
 * @param name name of the parity case
 * @param adjusted largest absolute difference of an adjusted weight
 * @param trace largest absolute difference of a loss, over all iterations
 * @param images largest absolute pixel difference by array name in the file; the name contains the iteration, for
 *     example {@code images_5}
 */
public record ParityReport(String name, double adjusted, double trace, Map<String, Double> images) {
    public ParityReport {
        images = Map.copyOf(images);
    }

    /** Returns the largest of all differences; NaN when one of them is NaN. */
    public double largest() {
        double largest = Math.max(adjusted, trace);
        for (double difference : images.values()) {
            largest = Math.max(largest, difference);
        }
        return largest;
    }
}
