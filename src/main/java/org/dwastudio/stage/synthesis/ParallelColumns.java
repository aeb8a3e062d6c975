package org.dwastudio.stage.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.nn.torch.OperationThreads;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;

/**
 * Choice of the number of columns that advance at the same time. Where it is left to the program, a few steps of 1, 2, 4, …
 * columns are measured, and the number with which all columns end first is taken. A larger number must be clearly faster,
 * since it needs more memory. On a graphics card, which computes the operations of all threads one after another, columns
 * advance one by one.
 *
 * @param services datasets, teachers and tensors
 * @param inputs teacher and dataset
 * @param experiment the experiment
 */
record ParallelColumns(StageServices services, SynthesisInputs inputs, Experiment experiment) {
    /** Share of the time of a smaller number of columns that a larger number must not exceed. */
    private static final double CLEARLY_FASTER = 0.95;

    /**
     * Number of columns that advance at the same time.
     *
     * @param columns the number
     * @param speedup columns per time, relative to one column at a time
     */
    record Choice(int columns, double speedup) {
        static final Choice ONE = new Choice(1, 1);

        SynthesisConfig in(SynthesisConfig config) {
            return config.withParallelColumns(OptionalInt.of(columns));
        }
    }

    /** Returns the values of a recorded run. One without a number ran its columns one by one. */
    static SynthesisConfig recorded(SynthesisConfig config) {
        return config.execution().parallelColumns().isPresent() ? config : Choice.ONE.in(config);
    }

    /** Returns the experiment with the number of columns, which is measured if it is not given. */
    Experiment chosen() {
        SynthesisConfig config = experiment.synthesis();
        return config.execution().parallelColumns().isPresent()
                ? experiment
                : experiment.withSynthesis(measured().in(config));
    }

    /** Returns the number of columns, given or measured, with its speed-up, which is measured in both cases. */
    Choice measured() {
        List<Integer> numbers = numbers();
        if (numbers.get(numbers.size() - 1) == 1) {
            return Choice.ONE;
        }
        SynthesisConfig config = experiment.synthesis();
        TrialBatches batches = new TrialBatches(inputs, config, services.operators(), new SeedSequence(1));
        Map<Integer, Double> rounds = new RoundClock(batches, services.manager())
                .secondsPerRound(numbers, Math.min(config.batchSize(), inputs.classes()));
        return config.execution().parallelColumns().isPresent()
                ? choice(numbers.get(numbers.size() - 1), rounds)
                : fastest(columns(), rounds);
    }

    /** Returns the numbers to be measured in ascending order, beginning with 1. */
    private List<Integer> numbers() {
        SynthesisConfig config = experiment.synthesis();
        OptionalInt given = config.execution().parallelColumns();
        if (given.isPresent()) {
            return List.copyOf(new TreeSet<>(List.of(1, Math.min(given.getAsInt(), columns()))));
        }
        // Changes that were made by hand in a run without a number belong to columns one by one.
        boolean one =
                !experiment.tuning().isEmpty() || services.manager().getDevice().isGpu();
        return one ? List.of(1) : numbersUpTo(Math.min(columns(), OperationThreads.ofThisThread()));
    }

    private List<Integer> numbersUpTo(int most) {
        PassFootprint pass = PassFootprint.of(inputs.teacher(), services.manager());
        SynthesisConfig config = experiment.synthesis();
        List<Integer> numbers = new ArrayList<>(List.of(1));
        for (int number = 2; number < 2 * most; number *= 2) {
            int columns = Math.min(number, most);
            SynthesisMemory memory = new SynthesisMemory(
                    pass, inputs.teacher().config(), config.withParallelColumns(OptionalInt.of(columns)));
            if (services.memory().fits(memory.bytes(config.batchSize()))) {
                numbers.add(columns);
            }
        }
        return numbers;
    }

    private int columns() {
        SynthesisConfig config = experiment.synthesis();
        return Math.max(1, config.endColumn() - config.columns().start());
    }

    /**
     * Returns the number with which all columns end first.
     *
     * @param columns number of columns of the run
     * @param secondsPerRound seconds of one step of so many columns at the same time; contains 1
     */
    static Choice fastest(int columns, Map<Integer, Double> secondsPerRound) {
        int best = 1;
        for (int number : new TreeSet<>(secondsPerRound.keySet())) {
            if (seconds(columns, number, secondsPerRound) < CLEARLY_FASTER * seconds(columns, best, secondsPerRound)) {
                best = number;
            }
        }
        return choice(best, secondsPerRound);
    }

    private static double seconds(int columns, int number, Map<Integer, Double> secondsPerRound) {
        int rounds = (columns + number - 1) / number;
        return rounds * secondsPerRound.getOrDefault(number, Double.MAX_VALUE);
    }

    private static Choice choice(int columns, Map<Integer, Double> secondsPerRound) {
        double one = secondsPerRound.getOrDefault(1, 1.0);
        double several = secondsPerRound.getOrDefault(columns, one * columns);
        return new Choice(columns, columns * one / several);
    }
}
