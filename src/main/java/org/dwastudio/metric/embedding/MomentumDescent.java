package org.dwastudio.metric.embedding;

import java.util.Arrays;

/**
 * Gradient descent with momentum and a gain per coordinate: the gain grows by 0.2 while gradient and update point in
 * opposite directions and shrinks by the factor 0.8 otherwise, but not below 0.01.
 */
final class MomentumDescent {
    private static final double GROWTH = 0.2;
    private static final double DECAY = 0.8;
    private static final double SMALLEST_GAIN = 0.01;

    private final double learningRate;
    private final double momentum;
    private final Coordinate x;
    private final Coordinate y;

    /** Starts at rest, with gains of 1. */
    MomentumDescent(int points, double learningRate, double momentum) {
        this.learningRate = learningRate;
        this.momentum = momentum;
        x = new Coordinate(points);
        y = new Coordinate(points);
    }

    /** Updates and gains of one coordinate of all points. */
    private static final class Coordinate {
        final double[] update;
        final double[] gain;

        Coordinate(int points) {
            update = new double[points];
            gain = new double[points];
            Arrays.fill(gain, 1);
        }
    }

    /** Moves the points by one step; returns the length of the gradient multiplied by the gains. */
    double step(Plane points, Plane gradient) {
        return Math.sqrt(step(x, points.x(), gradient.x()) + step(y, points.y(), gradient.y()));
    }

    private double step(Coordinate state, double[] at, double... gradient) {
        double squares = 0;
        for (int i = 0; i < at.length; i++) {
            boolean opposite = state.update[i] * gradient[i] < 0;
            state.gain[i] = Math.max(SMALLEST_GAIN, opposite ? state.gain[i] + GROWTH : state.gain[i] * DECAY);
            double scaled = gradient[i] * state.gain[i];
            squares += scaled * scaled;
            state.update[i] = momentum * state.update[i] - learningRate * scaled;
            at[i] += state.update[i];
        }
        return squares;
    }
}
