package org.dwastudio.stage.synthesis;

import java.io.IOException;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.event.RunListener;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.lifecycle.OutOfMemoryTranslator;
import org.dwastudio.stage.lifecycle.PreparedWork;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherFingerprint;

/**
 * Synthesis whose teacher is open.
 *
 * @param work its services and controls
 * @param experiment recorded in every checkpoint
 * @param teacher closed at the end
 * @param inputs teacher and dataset
 * @param past earlier events of a resumed run
 */
record PreparedSynthesis(
        SynthesisWork work,
        Experiment experiment,
        Teacher teacher,
        SynthesisInputs inputs,
        Optional<EventReplayer.Past> past)
        implements PreparedWork<SynthesisCheckpointFiles.Content, SynthesisOutcome> {
    /** Returns the same synthesis, resumed. */
    PreparedSynthesis replaying(EventReplayer.Past events) {
        return new PreparedSynthesis(work, experiment, teacher, inputs, Optional.of(events));
    }

    @Override
    public RunMetadata metadata() {
        return work.services().metadata(inputs.dataset().fingerprint(), TeacherFingerprint.of(inputs.teacher()));
    }

    @Override
    public RunListener observedBy(RunListener listener) {
        return past.<RunListener>map(events -> new EventReplayer(listener, events))
                .orElse(listener);
    }

    @Override
    public SynthesisOutcome run(
            RunDirectory directory,
            Optional<SynthesisCheckpointFiles.Content> from,
            RunListener listener,
            RunRecorder recorder)
            throws IOException {
        StageServices services = work.services();
        ImageSynthesis synthesis = new ImageSynthesis(services.operators(), services.manager());
        long base = services.memory().baseBytes();
        CheckpointWriter checkpoints = new CheckpointWriter(
                directory,
                ExperimentWriter.toYaml(experiment.located()),
                services.checkpointPace(),
                recorder,
                listener);
        boolean cancelled;
        try {
            cancelled = synthesis.run(
                    experiment,
                    inputs,
                    work.tuning(),
                    work.control(),
                    listener,
                    from.map(SynthesisCheckpointFiles.Content::checkpoint),
                    checkpoints);
        } catch (RuntimeException | Error failure) {
            throw translated(failure, base);
        }
        return new SynthesisOutcome(directory.folder(), directory.contactSheet(), cancelled);
    }

    @Override
    public void close() {
        teacher.close();
    }

    /** Returns the failure itself, or an exception with advice if the memory was insufficient. */
    private RuntimeException translated(Throwable failure, long base) {
        if (!OutOfMemoryTranslator.isCauseOf(failure)) {
            if (failure instanceof Error error) {
                throw error;
            }
            return (RuntimeException) failure;
        }
        StageServices services = work.services();
        SynthesisConfig config = experiment.synthesis();
        int batch = Math.min(config.batchSize(), inputs.teacher().config().classes());
        SynthesisMemory memory = new SynthesisMemory(
                PassFootprint.of(inputs.teacher(), services.manager()),
                inputs.teacher().config(),
                config);
        long available = services.memory().availableBytes().orElse(base + memory.bytes(batch));
        // The batch did not fit, whatever the estimate: suggest at most half of it.
        return OutOfMemoryTranslator.of(
                failure, batch, Math.min(batch / 2, memory.fittingBatchSize(available - base, batch)));
    }
}
