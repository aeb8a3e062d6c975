package org.dwastudio.engine.standard;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.event.RunListener;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.MemoryBudget;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageException;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.lifecycle.OutOfMemoryTranslator;
import org.dwastudio.stage.synthesis.SynthesisMemory;
import org.dwastudio.stage.synthesis.SynthesisStage;
import org.dwastudio.stage.synthesis.state.SynthesisCheckpoint;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;

/** Optimization part of a synthesis, new or resumed, between the start and the end of its record. */
final class SynthesisWork {
    private final StageServices session;
    private final Experiment experiment;
    private final SynthesisInputs inputs;
    private final RunDirectory directory;

    SynthesisWork(StageServices session, Experiment experiment, SynthesisInputs inputs, RunDirectory directory) {
        this.session = session;
        this.experiment = experiment;
        this.inputs = inputs;
        this.directory = directory;
    }

    /**
     * Synthesizes the images. Deletes the checkpoints after a complete run.
     *
     * @param from checkpoint to resume from; empty for a new synthesis
     * @return true if it was cancelled
     * @throws IOException if something cannot be read or written
     */
    boolean run(
            Optional<SynthesisCheckpoint> from,
            RunControl control,
            LiveTuning tuning,
            RunListener listener,
            RunRecorder recorder)
            throws IOException {
        PixelOperators operators = session.operators();
        MemoryBudget budget = session.memory();
        CheckpointWriter checkpoints = new CheckpointWriter(
                directory, ExperimentWriter.toYaml(experiment.located()), session.checkpointPace(), recorder, listener);
        boolean cancelled;
        try {
            cancelled = new SynthesisStage()
                    .run(
                            experiment,
                            inputs,
                            tuning,
                            control,
                            listener,
                            from,
                            checkpoints,
                            operators,
                            session.manager());
        } catch (RuntimeException | Error failure) {
            throw inWords(failure, budget.baseBytes());
        }
        if (!cancelled && recorder.failure().isEmpty()) {
            new SynthesisCheckpointFiles(directory).delete();
        }
        return cancelled;
    }

    /** Returns the write failure, with the checkpoint from which the synthesis can be resumed, if there is one. */
    static IOException toldWhatStays(RunDirectory directory, RunFolderException failure) {
        try {
            Optional<Long> steps = Files.isDirectory(directory.synthesisCheckpoints())
                    ? new SynthesisCheckpointFiles(directory)
                            .newest()
                            .map(found -> found.content().checkpoint().steps())
                    : Optional.empty();
            return steps.<IOException>map(count -> new IOException(
                            failure.getMessage() + ". The checkpoint after step " + count
                                    + " is whole: the synthesis can be resumed from there.",
                            failure))
                    .orElse(failure);
        } catch (IOException | StageException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }

    /** Returns the failure itself, or an exception with advice if the memory was insufficient. */
    private RuntimeException inWords(Throwable failure, long base) {
        if (!OutOfMemoryTranslator.isCauseOf(failure)) {
            if (failure instanceof Error error) {
                throw error;
            }
            return (RuntimeException) failure;
        }
        SynthesisConfig config = experiment.synthesis();
        int batch = Math.min(config.batchSize(), inputs.teacher().config().classes());
        SynthesisMemory memory = new SynthesisMemory(
                PassFootprint.of(inputs.teacher(), session.manager()),
                inputs.teacher().config(),
                config);
        long available = session.memory().availableBytes().orElse(base + memory.bytes(batch));
        // The batch did not fit, whatever the estimate: suggest at most half of it.
        return OutOfMemoryTranslator.of(
                failure, batch, Math.min(batch / 2, memory.fittingBatchSize(available - base, batch)));
    }
}
