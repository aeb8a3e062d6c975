package org.dwastudio.stage.synthesis;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
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
 * operations of all threads one after another, columns advance one by one, and so do columns that depend on finished ones
 * or make no steps.
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
        if (config.matching().isOn()) {
            return experiment.withSynthesis(recorded(config));
        }
        return config.execution().parallelColumns().isPresent()
                        && !config.repulsion().isOn()
                ? experiment
                : experiment.withSynthesis(with(config, measured()));
    }

    /** Returns the number of columns, given or measured, with its speed-up, which is measured in both cases. */
    ParallelChoice measured() {
        SynthesisConfig config = experiment.synthesis();
        if (config.repulsion().isOn() || config.iterations() == 0) {
            return ParallelChoice.ONE;
        }
        TrialBatches batches = new TrialBatches(inputs, config, services.operators(), new SeedSequence(1));
        // Changes that were made by hand in a run without a number belong to columns one by one.
        boolean one =
                !experiment.tuning().isEmpty() || services.manager().getDevice().isGpu();
        return ParallelChoice.measured(
                config.execution().parallelColumns(),
                config.columnCount(),
                one ? 1 : OperationThreads.ofThisThread(),
                this::fitting,
                numbers -> new RoundClock<>(batches, 1, services.manager())
                        .secondsPerRound(numbers, Math.min(config.batchSize(), inputs.classes())));
    }

    private IntPredicate fitting() {
        SynthesisConfig config = experiment.synthesis();
        PassFootprint pass = PassFootprint.of(inputs.teacher(), services.manager());
        return columns -> {
            SynthesisConfig parallel = config.withParallelColumns(OptionalInt.of(columns));
            SynthesisMemory memory = new SynthesisMemory(pass, inputs.teacher().config(), parallel);
            return services.memory().fits(memory.bytes(config.batchSize()));
        };
    }
}
