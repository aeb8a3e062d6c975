package org.dwastudio.stage.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Number of parts of a stage that advance at the same time, chosen from measured rounds. A larger number must be clearly
 * faster, since it needs more memory.
 *
 * @param number the number, 1 or more
 * @param speedup parts per time, relative to one part at a time
 */
public record ParallelChoice(int number, double speedup) {
    /** One part at a time. */
    public static final ParallelChoice ONE = new ParallelChoice(1, 1);

    /** Share of the time of a smaller number of parts that a larger number must not exceed. */
    private static final double CLEARLY_FASTER = 0.95;

    /**
     * Returns the number that is given, or else measures which one is fastest; the speed-up is measured in both cases.
     *
     * @param given number that the user asks for, if any
     * @param parts number of parts of the stage, all of the same size
     * @param most largest number to be measured unless one is given; 1 or less measures none
     * @param fitting whether so many parts fit into the memory; requested once, if several numbers could be measured
     * @param clock measures the seconds of one step of so many parts at the same time
     */
    public static ParallelChoice measured(
            OptionalInt given,
            int parts,
            int most,
            Supplier<IntPredicate> fitting,
            Function<List<Integer>, Map<Integer, Double>> clock) {
        if (given.isPresent()) {
            int number = Math.max(1, Math.min(given.getAsInt(), parts));
            return number == 1 ? ONE : of(number, clock.apply(List.of(1, number)));
        }
        int largest = Math.min(parts, most);
        if (largest <= 1) {
            return ONE;
        }
        List<Integer> numbers = numbers(largest, fitting.get());
        return numbers.size() == 1 ? ONE : fastest(parts, clock.apply(numbers));
    }

    /**
     * Returns the numbers to be measured in ascending order: 1, 2, 4, … and the largest.
     *
     * @param most largest number
     * @param fits whether so many parts fit into the memory; 1 is measured in any case
     */
    public static List<Integer> numbers(int most, IntPredicate fits) {
        List<Integer> numbers = new ArrayList<>(List.of(1));
        for (int number = 2; number < 2 * most; number *= 2) {
            int parts = Math.min(number, most);
            if (fits.test(parts)) {
                numbers.add(parts);
            }
        }
        return numbers;
    }

    /**
     * Returns the number with which all parts end first.
     *
     * @param parts number of parts of the stage, all of the same size
     * @param secondsPerRound seconds of one step of so many parts at the same time; contains 1
     */
    public static ParallelChoice fastest(int parts, Map<Integer, Double> secondsPerRound) {
        int best = 1;
        for (int number : new TreeSet<>(secondsPerRound.keySet())) {
            if (seconds(parts, number, secondsPerRound) < CLEARLY_FASTER * seconds(parts, best, secondsPerRound)) {
                best = number;
            }
        }
        return of(best, secondsPerRound);
    }

    /**
     * Returns a given number with its speed-up.
     *
     * @param number one of the measured numbers
     * @param secondsPerRound as in {@link #fastest}
     */
    public static ParallelChoice of(int number, Map<Integer, Double> secondsPerRound) {
        double one = secondsPerRound.getOrDefault(1, 1.0);
        double several = secondsPerRound.getOrDefault(number, one * number);
        return new ParallelChoice(number, number * one / several);
    }

    private static double seconds(int parts, int number, Map<Integer, Double> secondsPerRound) {
        int rounds = (parts + number - 1) / number;
        return rounds * secondsPerRound.getOrDefault(number, Double.MAX_VALUE);
    }
}
