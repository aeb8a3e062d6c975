package org.dwastudio.stage.synthesis;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.dwastudio.stage.WarmStopwatch;
import org.dwastudio.stage.concurrent.PartResult;
import org.dwastudio.stage.concurrent.StageWorkers;

/**
 * Measurement of rounds: one step of several columns at the same time, each with its share of the processor threads.
 *
 * @param batches batches of noise images
 * @param parent parent of all tensors
 */
record RoundClock(TrialBatches batches, NDManager parent) {
    /** Duration of the measured steps; the number of images is reduced to reach it. */
    private static final double SECONDS_OF_A_STEP = 0.15;
    /** Number of measurements of each number of columns; the shortest counts. */
    private static final int PASSES = 2;

    /**
     * Returns the seconds of a round by the number of columns.
     *
     * @param numbers numbers of columns
     * @param most maximum number of images of a batch
     */
    Map<Integer, Double> secondsPerRound(List<Integer> numbers, int most) {
        int images = (int) Math.max(1, Math.min(most, SECONDS_OF_A_STEP / seconds(1, 1)));
        Map<Integer, Double> rounds = new TreeMap<>();
        for (int pass = 0; pass < PASSES; pass++) {
            for (int columns : numbers) {
                rounds.merge(columns, seconds(columns, images), Math::min);
            }
        }
        return rounds;
    }

    private double seconds(int columns, int images) {
        List<BatchSynthesis> opened = new ArrayList<>();
        try (NDManager scope = parent.newSubManager();
                StageWorkers workers = StageWorkers.of(columns)) {
            for (int column = 0; column < columns; column++) {
                opened.add(batches.open(images, scope));
            }
            List<Callable<Boolean>> steps = opened.stream()
                    .<Callable<Boolean>>map(batch -> () -> {
                        batches.step(batch);
                        return true;
                    })
                    .toList();
            return new WarmStopwatch().seconds(() -> workers.runAll(steps).forEach(PartResult::get));
        } finally {
            opened.forEach(BatchSynthesis::close);
        }
    }
}
