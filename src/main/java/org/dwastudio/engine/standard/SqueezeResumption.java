package org.dwastudio.engine.standard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.lifecycle.ExperimentVerifier;
import org.dwastudio.stage.lifecycle.RecordedRun;
import org.dwastudio.stage.request.SqueezeOutcome;
import org.dwastudio.stage.squeeze.CheckpointOrigin;
import org.dwastudio.stage.squeeze.TrainingCheckpoints;
import org.dwastudio.stage.squeeze.TrainingTask;

/** Resumption of a squeeze from its run folder. */
final class SqueezeResumption {
    private static final String NO_TEACHER_YET = "";

    private final StageServices session;
    private final Path folder;
    private final RunListener watcher;

    SqueezeResumption(StageServices session, Path folder, RunListener watcher) {
        this.session = session;
        this.folder = folder;
        this.watcher = watcher;
    }

    /**
     * Resumes the squeeze on the engine thread. The folder is not modified until all checks have passed.
     *
     * @throws IOException if something cannot be read or written, or is inconsistent
     */
    SqueezeOutcome run(RunControl control) throws IOException {
        RunDirectory directory = RunDirectory.open(folder);
        try (RunDirectoryLock lock = RunDirectoryLock.acquire(directory)) {
            return resumed(lock.directory(), control);
        }
    }

    private SqueezeOutcome resumed(RunDirectory directory, RunControl control) throws IOException {
        requireUnfinished(directory);
        ExperimentVerifier recipe = new ExperimentVerifier(directory, "squeeze", SqueezeResumption::decisive);
        Experiment experiment = recipe.read();
        Optional<TrainingCheckpoints.Found> found = new TrainingCheckpoints(directory.checkpoints()).newest();
        TrainingTask task =
                found.isPresent() ? checkedTask(recipe, experiment, found.get()) : SqueezeTasks.of(session, experiment);
        RunMetadata facts = session.metadata(task.dataset().fingerprint(), NO_TEACHER_YET);
        SqueezeTraining training = new SqueezeTraining(session, experiment, task, directory);
        return new RecordedRun(watcher, control)
                .record(
                        StageName.SQUEEZE,
                        saved -> RunRecorder.resume(
                                directory,
                                experiment,
                                RunRecorder.Kept.NOTHING,
                                describe(found),
                                facts,
                                saved,
                                Clock.systemUTC()),
                        listener -> training.run(found.map(TrainingCheckpoints.Found::checkpoint), control, listener));
    }

    private static void requireUnfinished(RunDirectory directory) throws IOException {
        if (Files.isDirectory(directory.checkpoints())) {
            return;
        }
        throw new RunFolderException(
                directory.folder(),
                Files.exists(directory.teacher())
                        ? "this squeeze is finished; its teacher is "
                                + directory.teacher().getFileName()
                                + ". To train longer, start a new squeeze with more epochs."
                        : "holds no squeeze that could be resumed (there are no checkpoints in it); choose the run"
                                + " folder of a squeeze");
    }

    private TrainingTask checkedTask(ExperimentVerifier recipe, Experiment experiment, TrainingCheckpoints.Found found)
            throws IOException {
        CheckpointOrigin origin = found.origin();
        recipe.requireUnchanged(experiment, origin.experiment(), found.file());
        ImageDataset dataset = session.datasetReadAnew(experiment.dataset());
        if (!dataset.fingerprint().equals(origin.datasetFingerprint())) {
            throw new RunFolderException(
                    folder,
                    "the dataset " + experiment.dataset().source() + " is not the one that this squeeze began with (its"
                            + " fingerprint is " + dataset.fingerprint() + ", it was " + origin.datasetFingerprint()
                            + "); put the images back, or start a new squeeze");
        }
        return SqueezeTasks.task(experiment, dataset, origin.normalization());
    }

    /**
     * Reduces an experiment to the settings that determine the result of a squeeze; the path of the dataset may change.
     */
    private static Experiment decisive(Experiment experiment) {
        Experiment fixed = SynthesisPresets.demonstration();
        return experiment
                .withName(fixed.name())
                .withDataset(experiment.dataset().withSource(fixed.dataset().source()))
                .withTeacher(fixed.teacher())
                .withSynthesis(fixed.synthesis())
                .withEvaluation(fixed.evaluation())
                .withTuning(List.of());
    }

    private static String describe(Optional<TrainingCheckpoints.Found> found) {
        if (found.isEmpty()) {
            return "from the beginning (no checkpoint was written)";
        }
        TrainingCheckpoints.Found from = found.get();
        String broken = from.broken().isEmpty() ? "" : "; passed over: " + String.join("; ", from.broken());
        return "after epoch " + from.checkpoint().epochs() + " (" + from.file().getFileName() + broken + ")";
    }
}
