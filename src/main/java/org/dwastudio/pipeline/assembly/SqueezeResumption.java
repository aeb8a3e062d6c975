package org.dwastudio.pipeline.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.artifact.RunFacts;
import org.dwastudio.artifact.RunFolderException;
import org.dwastudio.artifact.RunLock;
import org.dwastudio.artifact.RunRecorder;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.ExperimentReader;
import org.dwastudio.config.ExperimentWriter;
import org.dwastudio.config.Presets;
import org.dwastudio.config.StageName;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.event.RunListener;
import org.dwastudio.pipeline.RunControl;
import org.dwastudio.pipeline.SqueezeOutcome;
import org.dwastudio.pipeline.squeeze.CheckpointOrigin;
import org.dwastudio.pipeline.squeeze.Checkpoints;
import org.dwastudio.pipeline.squeeze.TrainingTask;

/** A squeeze that is gone on with, from what its run folder holds. */
final class SqueezeResumption {
    private static final String NO_TEACHER_YET = "";

    private final EngineSession session;
    private final Path folder;
    private final RunListener watcher;

    SqueezeResumption(EngineSession session, Path folder, RunListener watcher) {
        this.session = session;
        this.folder = folder;
        this.watcher = watcher;
    }

    /**
     * Runs it on the engine thread. Nothing in the folder is touched before it is clear that it can be gone on with.
     *
     * @throws IOException when something cannot be read or written, or does not fit together, in words
     */
    SqueezeOutcome run(RunControl control) throws IOException {
        RunDirectory directory = RunDirectory.open(folder);
        try (RunLock lock = RunLock.acquire(directory)) {
            return resumed(lock.directory(), control);
        }
    }

    private SqueezeOutcome resumed(RunDirectory directory, RunControl control) throws IOException {
        requireUnfinished(directory);
        Experiment experiment = experiment(directory);
        Optional<Checkpoints.Found> found = new Checkpoints(directory.checkpoints()).newest();
        TrainingTask task = found.isPresent()
                ? checkedTask(directory, experiment, found.get())
                : SqueezeTasks.of(session, experiment);
        RunFacts facts = session.facts(task.dataset().fingerprint(), NO_TEACHER_YET);
        SqueezeTraining training = new SqueezeTraining(session, experiment, task, directory);
        return new RecordedRun(watcher, control)
                .record(
                        StageName.SQUEEZE,
                        saved -> RunRecorder.resume(
                                directory, experiment, describe(found), facts, saved, Clock.systemUTC()),
                        listener -> training.run(found.map(Checkpoints.Found::checkpoint), control, listener));
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

    private static Experiment experiment(RunDirectory directory) throws IOException {
        try {
            return ExperimentReader.read(directory.experiment());
        } catch (ConfigException e) {
            throw new RunFolderException(
                    directory.folder(), "its experiment cannot be used; put it back as it was.\n" + e.getMessage());
        }
    }

    private TrainingTask checkedTask(RunDirectory directory, Experiment experiment, Checkpoints.Found found)
            throws IOException {
        CheckpointOrigin origin = found.origin();
        requireUnchanged(directory, recorded(found), experiment);
        ImageDataset dataset = session.datasetReadAnew(experiment.dataset());
        if (!dataset.fingerprint().equals(origin.datasetFingerprint())) {
            throw new RunFolderException(
                    directory.folder(),
                    "the dataset " + experiment.dataset().source() + " is not the one that this squeeze began with (its"
                            + " fingerprint is " + dataset.fingerprint() + ", it was " + origin.datasetFingerprint()
                            + "); put the images back, or start a new squeeze");
        }
        return SqueezeTasks.task(experiment, dataset, origin.normalization());
    }

    private static Experiment recorded(Checkpoints.Found found) throws IOException {
        try {
            return ExperimentReader.parse(
                    found.origin().experiment(), found.file().toString());
        } catch (ConfigException e) {
            throw new IOException(
                    "The experiment in a checkpoint cannot be used. Please start the squeeze again.\n" + e.getMessage(),
                    e);
        }
    }

    private static void requireUnchanged(RunDirectory directory, Experiment before, Experiment now) throws IOException {
        List<String> were = decisive(before);
        List<String> are = decisive(now);
        for (int i = 0; i < Math.max(were.size(), are.size()); i++) {
            String was = i < were.size() ? were.get(i) : "";
            String is = i < are.size() ? are.get(i) : "";
            if (!was.equals(is)) {
                throw new RunFolderException(
                        directory.experiment(),
                        "was changed since the last checkpoint: it says '" + is.strip() + "' where it said '"
                                + was.strip() + "'; put it back, or start a new squeeze");
            }
        }
    }

    /** The lines of an experiment that decide what a squeeze computes; its dataset may have moved. */
    private static List<String> decisive(Experiment experiment) throws IOException {
        Experiment fixed = Presets.demonstration();
        return ExperimentWriter.toYaml(experiment
                        .withName(fixed.name())
                        .withDataset(
                                experiment.dataset().withSource(fixed.dataset().source()))
                        .withTeacher(fixed.teacher())
                        .withSynthesis(fixed.synthesis())
                        .withTuning(List.of()))
                .lines()
                .toList();
    }

    private static String describe(Optional<Checkpoints.Found> found) {
        if (found.isEmpty()) {
            return "from the beginning (no checkpoint was written)";
        }
        Checkpoints.Found from = found.get();
        String broken = from.broken().isEmpty() ? "" : "; passed over: " + String.join("; ", from.broken());
        return "after epoch " + from.checkpoint().epochs() + " (" + from.file().getFileName() + broken + ")";
    }
}
