package org.dwastudio.stage.synthesis.step;

import java.util.function.DoubleUnaryOperator;
import org.dwastudio.config.synthesis.Adjustment;

/**
 * Search of the ρ with which an adjustment raises the cross-entropy by a factor. The root of log cross-entropy over log ρ
 * is enclosed in a bracket, whose lower end is ρ = 0 until a trial falls short; inside the bracket, the Illinois variant of
 * regula falsi chooses the next trial. The same numbers give the same trials.
 *
 * @param given ρ of the first trial
 * @param before cross-entropy of the unadjusted teacher in nats
 * @param factor wanted factor, above 1
 */
record RadiusSearch(double given, double before, double factor) {
    /** Maximum number of trials. */
    static final int MOST_TRIALS = 10;
    /** Number of trials that a search takes on average, for estimates. */
    static final int USUAL_TRIALS = 4;
    /** Tolerance of the cross-entropy as a difference of logarithms: 1 %. */
    private static final double TOLERANCE = Math.log1p(0.01);

    /** Excess of a cross-entropy of 0, whose logarithm is infinite. */
    private static final double LOWEST_EXCESS = -50;

    private static final double LARGEST = Adjustment.RHO.range().max();
    /** Smallest ρ of the first trial; smaller ones are tried only after it. */
    private static final double SMALLEST_FIRST = 1e-3;
    /** Largest ratio of successive trials while there is no upper end. */
    private static final double LARGEST_RATIO = 8;

    /** Result of a search. */
    enum Outcome {
        /** The cross-entropy is within 1 % of the wanted one. */
        REACHED,
        /** No trial was within 1 %; the nearest one counts, the last of equal ones. */
        NEAREST,
        /** Even the largest ρ falls short, and no smaller one is nearer. */
        LARGEST,
        /** The cross-entropy before has no multiple; the given ρ counts. */
        UNDEFINED
    }

    /**
     * A ρ and how it was found.
     *
     * @param rho the ρ
     * @param outcome result of the search
     */
    record Found(double rho, Outcome outcome) {}

    /**
     * Searches.
     *
     * @param after returns the cross-entropy of the teacher that was adjusted with a ρ, in nats
     */
    Found search(DoubleUnaryOperator after) {
        if (!(before > 0) || Double.isInfinite(before)) {
            return new Found(given, Outcome.UNDEFINED);
        }
        Bracket bracket = new Bracket();
        double rho = Math.min(LARGEST, Math.max(SMALLEST_FIRST, given));
        double nearest = rho;
        double smallest = Double.POSITIVE_INFINITY;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            double excess = excess(after.applyAsDouble(rho));
            if (Math.abs(excess) <= smallest) {
                smallest = Math.abs(excess);
                nearest = rho;
            }
            if (smallest <= TOLERANCE) {
                return new Found(rho, Outcome.REACHED);
            }
            if (excess < 0 && rho >= LARGEST) {
                return new Found(nearest, nearest == rho ? Outcome.LARGEST : Outcome.NEAREST);
            }
            bracket.narrow(rho, excess);
            rho = bracket.next();
        }
        return new Found(nearest, Outcome.NEAREST);
    }

    /** Returns log(cross-entropy / wanted), finite if it is negative; a cross-entropy that is not a number exceeds any. */
    private double excess(double crossEntropy) {
        double excess = Math.log(crossEntropy / before) - Math.log(factor);
        return Double.isNaN(excess) ? Double.POSITIVE_INFINITY : Math.max(LOWEST_EXCESS, excess);
    }

    /** Interval of ρ that contains the wanted one. */
    private final class Bracket {
        private double low;
        private double lowExcess = -Math.log(factor);
        private double high = Double.POSITIVE_INFINITY;
        private double highExcess = Double.POSITIVE_INFINITY;
        private int sameEnd;

        /** Replaces the lower or the upper end. */
        void narrow(double rho, double excess) {
            boolean lower = excess < 0;
            sameEnd = lower ? Math.min(0, sameEnd) - 1 : Math.max(0, sameEnd) + 1;
            if (lower) {
                low = rho;
                lowExcess = excess;
                highExcess = sameEnd < -1 ? highExcess / 2 : highExcess;
            } else {
                high = rho;
                highExcess = excess;
                lowExcess = sameEnd > 1 ? lowExcess / 2 : lowExcess;
            }
        }

        /** Returns the next ρ, inside the bracket. */
        double next() {
            if (Double.isInfinite(high)) {
                return Math.min(LARGEST, low * LARGEST_RATIO);
            }
            if (Double.isInfinite(highExcess)) {
                return low > 0 ? Math.sqrt(low * high) : high / LARGEST_RATIO;
            }
            double share = -lowExcess / (highExcess - lowExcess);
            return low > 0 ? low * Math.pow(high / low, share) : high * share;
        }
    }
}
