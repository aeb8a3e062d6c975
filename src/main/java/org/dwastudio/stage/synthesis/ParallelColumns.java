package org.dwastudio.stage.synthesis;

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
import org.dwastudio.stage.concurrent.ParallelChoice;
import org.dwastudio.stage.concurrent.RoundClock;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;

/**
 * Choice of the number of columns that advance at the same time. Where it is left to the program, a few steps of 1, 2, 4, …
 * columns are measured, and the number with which all columns end first is taken. On a graphics card, which computes the
 * operations of all threads one after another, columns advance one by one.
 *
 * @param services datasets, teachers and tensors
 * @param inputs teacher and dataset
 * @param experiment the experiment
 */
record ParallelColumns(StageServices services, SynthesisInputs inputs, Experiment experiment) {
    /** Returns the values of a recorded run. One without a number ran its columns one by one. */
    static SynthesisConfig recorded(SynthesisConfig config) {
        return config.execution().parallelColumns().isPresent() ? config : with(config, ParallelChoice.ONE);
    }

    /** Returns the values with a chosen number. */
    static SynthesisConfig with(SynthesisConfig config, ParallelChoice choice) {
        return config.withParallelColumns(OptionalInt.of(choice.number()));
    }

    /** Returns the experiment with the number of columns, which is measured if it is not given. */
    Experiment chosen() {
        SynthesisConfig config = experiment.synthesis();
        return config.execution().parallelColumns().isPresent()
                ? experiment
                : experiment.withSynthesis(with(config, measured()));
    }

    /** Returns the number of columns, given or measured, with its speed-up, which is measured in both cases. */
    ParallelChoice measured() {
        List<Integer> numbers = numbers();
        if (numbers.get(numbers.size() - 1) == 1) {
            return ParallelChoice.ONE;
        }
        SynthesisConfig config = experiment.synthesis();
        TrialBatches batches = new TrialBatches(inputs, config, services.operators(), new SeedSequence(1));
        Map<Integer, Double> rounds = new RoundClock<>(batches, 1, services.manager())
                .secondsPerRound(numbers, Math.min(config.batchSize(), inputs.classes()));
        return config.execution().parallelColumns().isPresent()
                ? ParallelChoice.of(numbers.get(numbers.size() - 1), rounds)
                : ParallelChoice.fastest(columns(), rounds);
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
        return ParallelChoice.numbers(most, columns -> {
            SynthesisConfig parallel = config.withParallelColumns(OptionalInt.of(columns));
            SynthesisMemory memory = new SynthesisMemory(pass, inputs.teacher().config(), parallel);
            return services.memory().fits(memory.bytes(config.batchSize()));
        });
    }

    private int columns() {
        SynthesisConfig config = experiment.synthesis();
        return Math.max(1, config.endColumn() - config.columns().start());
    }
}
