package org.dwastudio.pipeline.assembly;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.artifact.RunFacts;
import org.dwastudio.artifact.RunLock;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.SynthesisConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Normalization;
import org.dwastudio.event.RunListener;
import org.dwastudio.network.PassFootprint;
import org.dwastudio.network.PixelOperators;
import org.dwastudio.network.Teacher;
import org.dwastudio.pipeline.LiveTuning;
import org.dwastudio.pipeline.RunControl;
import org.dwastudio.pipeline.RunOutcome;
import org.dwastudio.pipeline.synthesis.SynthesisInputs;
import org.dwastudio.pipeline.synthesis.SynthesisMemory;
import org.dwastudio.pipeline.synthesis.SynthesisStage;

/** One synthesis from its experiment to its run folder. */
final class SynthesisJob {
    private final EngineSession session;
    private final Experiment experiment;
    private final Path folder;
    private final RunListener watcher;

    SynthesisJob(EngineSession session, Experiment experiment, Path folder, RunListener watcher) {
        this.session = session;
        this.experiment = experiment;
        this.folder = folder;
        this.watcher = watcher;
    }

    /**
     * Runs it on the engine thread.
     *
     * @throws IOException when something cannot be read or written, in words
     */
    RunOutcome run(RunControl control, LiveTuning tuning) throws IOException {
        try (Teacher teacher =
                session.openTeacher(experiment.teacher(), experiment.dataset(), type(experiment.synthesis()))) {
            ImageDataset dataset = session.dataset(experiment.dataset());
            Normalization normalization = new Normalization(
                    teacher.metadata().mean(), teacher.metadata().std());
            SynthesisInputs inputs = new SynthesisInputs(teacher.network(), normalization, dataset);
            try (RunLock lock = RunLock.acquire(RunDirectory.create(folder))) {
                return recorded(lock.directory(), inputs, control, tuning);
            }
        }
    }

    private RunOutcome recorded(
            RunDirectory directory, SynthesisInputs inputs, RunControl control, LiveTuning tuning) throws IOException {
        RunFacts facts =
                session.facts(inputs.dataset().fingerprint(), TeacherFingerprint.of(inputs.teacher()));
        SynthesisStage stage = new SynthesisStage();
        PixelOperators operators = session.operators();
        long base = session.baseBytes();
        boolean cancelled = new RecordedRun(watcher, control)
                .record(StageName.SYNTHESIS, directory, experiment, facts, listener -> {
                    try {
                        return stage.run(experiment, inputs, tuning, control, listener, operators, session.manager());
                    } catch (RuntimeException | Error failure) {
                        throw inWords(failure, inputs, base);
                    }
                });
        return new RunOutcome(directory.folder(), directory.contactSheet(), cancelled);
    }

    /** The failure itself, or what to do when memory was what was lacking. */
    private RuntimeException inWords(Throwable failure, SynthesisInputs inputs, long base) {
        if (!MemoryShortage.isCauseOf(failure)) {
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
        long available =
                session.memory().available(session.manager().getDevice()).orElse(base + memory.bytes(batch));
        // It did not fit, whatever was reckoned: less than half is what can be promised.
        return MemoryShortage.of(failure, batch, Math.min(batch / 2, memory.fittingBatchSize(available - base, batch)));
    }

    /** The number format of the tensors. */
    static DataType type(SynthesisConfig config) {
        return config.precision() == SynthesisConfig.Precision.FLOAT64 ? DataType.FLOAT64 : DataType.FLOAT32;
    }
}
