package org.dwastudio.engine.standard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.lifecycle.RecordedRun;
import org.dwastudio.stage.request.SqueezeOutcome;
import org.dwastudio.stage.squeeze.TrainingTask;

/** One squeeze from its experiment to a teacher in its run folder. */
final class SqueezeJob {
    private static final String NO_TEACHER_YET = "";

    private final StageServices session;
    private final Experiment experiment;
    private final Path folder;
    private final RunListener watcher;

    SqueezeJob(StageServices session, Experiment experiment, Path folder, RunListener watcher) {
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
    SqueezeOutcome run(RunControl control) throws IOException {
        TrainingTask task = SqueezeTasks.of(session, experiment);
        RunDirectory directory = RunDirectory.create(folder);
        try (RunDirectoryLock lock = RunDirectoryLock.acquire(directory)) {
            return recorded(task, lock.directory(), control);
        }
    }

    private SqueezeOutcome recorded(TrainingTask task, RunDirectory directory, RunControl control) throws IOException {
        // There from the start: it tells the folder of a squeeze, whenever it is interrupted.
        Files.createDirectories(directory.checkpoints());
        RunMetadata facts = session.metadata(task.dataset().fingerprint(), NO_TEACHER_YET);
        SqueezeTraining training = new SqueezeTraining(session, experiment, task, directory);
        return new RecordedRun(watcher, control)
                .record(
                        StageName.SQUEEZE,
                        directory,
                        experiment,
                        facts,
                        listener -> training.run(Optional.empty(), control, listener));
    }
}
