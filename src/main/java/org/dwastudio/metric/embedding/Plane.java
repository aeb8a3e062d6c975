package org.dwastudio.metric.embedding;

/**
 * Points of the plane, or a vector for each.
 *
 * @param x first coordinates
 * @param y second coordinates, as many
 */
@SuppressWarnings("ArrayRecordComponent") // Written in place, never compared.
public record Plane(double[] x, double[] y) {
    public Plane {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " and " + y.length + " coordinates");
        }
    }

    /** Creates points at the origin. */
    static Plane ofZeros(int points) {
        return new Plane(new double[points], new double[points]);
    }
}
