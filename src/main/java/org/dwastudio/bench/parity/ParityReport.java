package org.dwastudio.bench.parity;

import java.util.Map;

/**
 * How far a synthesis in float64 is from the published implementation's numbers.
 *
 * @param name of the case
 * @param adjusted largest difference of an adjusted weight
 * @param trace largest difference of a loss, over all iterations
 * @param images largest difference of a pixel after so many steps, by the name in the file, as {@code images_5}
 */
public record ParityReport(String name, double adjusted, double trace, Map<String, Double> images) {
    public ParityReport {
        images = Map.copyOf(images);
    }

    /** The largest difference of all; NaN when something is not a number. */
    public double largest() {
        double largest = Math.max(adjusted, trace);
        for (double difference : images.values()) {
            largest = Math.max(largest, difference);
        }
        return largest;
    }
}
