package org.dwastudio.engine.standard;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.event.RunListener;
import org.dwastudio.image.Normalization;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.lifecycle.RecordedRun;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.teacher.Teacher;
import org.dwastudio.teacher.TeacherFingerprint;

/** One synthesis from its experiment to its run folder. */
final class SynthesisJob {
    private final StageServices session;
    private final Experiment experiment;
    private final Path folder;
    private final RunListener watcher;

    SynthesisJob(StageServices session, Experiment experiment, Path folder, RunListener watcher) {
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
    SynthesisOutcome run(RunControl control, LiveTuning tuning) throws IOException {
        try (Teacher teacher =
                session.openTeacher(experiment.teacher(), experiment.dataset(), type(experiment.synthesis()))) {
            SynthesisInputs inputs = inputs(teacher, session.dataset(experiment.dataset()));
            try (RunDirectoryLock lock = RunDirectoryLock.acquire(RunDirectory.create(folder))) {
                return recorded(lock.directory(), inputs, control, tuning);
            }
        }
    }

    private SynthesisOutcome recorded(
            RunDirectory directory, SynthesisInputs inputs, RunControl control, LiveTuning tuning) throws IOException {
        // There from the start: it tells the folder of a synthesis, whenever it is interrupted.
        new SynthesisCheckpointFiles(directory).begin();
        RunMetadata facts = session.metadata(inputs.dataset().fingerprint(), TeacherFingerprint.of(inputs.teacher()));
        SynthesisWork work = new SynthesisWork(session, experiment, inputs, directory);
        try {
            boolean cancelled = new RecordedRun(watcher, control)
                    .recordKept(
                            StageName.SYNTHESIS,
                            saved -> RunRecorder.start(directory, experiment, facts, saved, Clock.systemUTC()),
                            (listener, recorder) -> work.run(Optional.empty(), control, tuning, listener, recorder));
            return new SynthesisOutcome(directory.folder(), directory.contactSheet(), cancelled);
        } catch (RunFolderException e) {
            throw SynthesisWork.toldWhatStays(directory, e);
        }
    }

    static SynthesisInputs inputs(Teacher teacher, ImageDataset dataset) {
        Normalization normalization =
                new Normalization(teacher.metadata().mean(), teacher.metadata().std());
        return new SynthesisInputs(teacher.network(), normalization, dataset);
    }

    /** The number format of the tensors. */
    static DataType type(SynthesisConfig config) {
        return config.execution().precision() == Execution.Precision.FLOAT64 ? DataType.FLOAT64 : DataType.FLOAT32;
    }
}
