package org.dwastudio.stage.concurrent;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.dwastudio.stage.WarmStopwatch;

/**
 * Measurement of rounds: one step of several parts of a stage at the same time, each with its share of the processor
 * threads.
 *
 * @param parts parts that are opened for the measurement
 * @param least minimum number of images of a step, 1 or more
 * @param parent parent of all tensors
 * @param <P> an opened part
 */
public record RoundClock<P>(TrialParts<P> parts, int least, NDManager parent) {
    /** Duration of the measured steps; the number of images is reduced to reach it. */
    private static final double SECONDS_OF_A_STEP = 0.15;
    /** Number of measurements of each number of parts; the shortest counts. */
    private static final int PASSES = 2;

    /**
     * Returns the seconds of a round by the number of parts.
     *
     * @param numbers numbers of parts
     * @param most maximum number of images of a step
     */
    public Map<Integer, Double> secondsPerRound(List<Integer> numbers, int most) {
        int images = (int) Math.max(least, Math.min(most, least * SECONDS_OF_A_STEP / seconds(1, least)));
        Map<Integer, Double> rounds = new TreeMap<>();
        for (int pass = 0; pass < PASSES; pass++) {
            for (int number : numbers) {
                rounds.merge(number, seconds(number, images), Math::min);
            }
        }
        return rounds;
    }

    private double seconds(int number, int images) {
        try (NDManager scope = parent.newSubManager();
                StageWorkers workers = StageWorkers.of(number)) {
            List<P> opened = new ArrayList<>();
            try {
                for (int part = 0; part < number; part++) {
                    opened.add(parts.open(images, scope));
                }
                List<Callable<Boolean>> steps =
                        opened.stream().<Callable<Boolean>>map(this::stepOf).toList();
                return new WarmStopwatch().seconds(() -> workers.runAll(steps).forEach(PartResult::get));
            } finally {
                opened.forEach(parts::close);
            }
        }
    }

    private Callable<Boolean> stepOf(P part) {
        return () -> {
            parts.step(part);
            return true;
        };
    }
}
