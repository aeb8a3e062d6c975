package org.dwastudio.engine.standard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.request.SqueezeOutcome;
import org.dwastudio.stage.squeeze.BestEpoch;
import org.dwastudio.stage.squeeze.CheckpointOrigin;
import org.dwastudio.stage.squeeze.TeacherTraining;
import org.dwastudio.stage.squeeze.TrainedTeacher;
import org.dwastudio.stage.squeeze.TrainingCheckpoint;
import org.dwastudio.stage.squeeze.TrainingCheckpoints;
import org.dwastudio.stage.squeeze.TrainingTask;

/** Training part of a squeeze, new or resumed, between the start and the end of its record. */
final class SqueezeTraining {
    private final StageServices session;
    private final Experiment experiment;
    private final TrainingTask task;
    private final RunDirectory directory;
    private final TrainingCheckpoints checkpoints;
    private int epochsKept;

    SqueezeTraining(StageServices session, Experiment experiment, TrainingTask task, RunDirectory directory) {
        this.session = session;
        this.experiment = experiment;
        this.task = task;
        this.directory = directory;
        this.checkpoints = new TrainingCheckpoints(directory.checkpoints());
    }

    /**
     * Trains the network and writes the teachers.
     *
     * @param from checkpoint to resume from; empty for a new training
     * @throws IOException if something cannot be read or written
     */
    SqueezeOutcome run(Optional<TrainingCheckpoint> from, RunControl control, RunListener listener) throws IOException {
        CheckpointOrigin origin = new CheckpointOrigin(
                ExperimentWriter.toYaml(experiment.located()), task.dataset().fingerprint(), task.normalization());
        from.ifPresent(checkpoint -> epochsKept = checkpoint.epochs());
        TrainedTeacher squeezed;
        try {
            squeezed = new TeacherTraining(session.networks())
                    .run(
                            task,
                            from,
                            checkpoint -> keep(checkpoint, origin, listener),
                            session.manager(),
                            control,
                            listener);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        try {
            return written(squeezed);
        } finally {
            squeezed.teacher().close();
        }
    }

    private void keep(TrainingCheckpoint checkpoint, CheckpointOrigin origin, RunListener listener) throws IOException {
        try {
            checkpoints.keep(checkpoint, origin);
        } catch (IOException e) {
            throw notWritten(e);
        }
        epochsKept = checkpoint.epochs();
        listener.onEvent(new RunEvent.Saved(directory.folder(), Instant.now()));
    }

    private SqueezeOutcome written(TrainedTeacher squeezed) throws IOException {
        Path last = directory.teacher();
        Path best = directory.bestTeacher();
        try {
            squeezed.writeBest(best);
            squeezed.writeLast(last);
            if (!squeezed.outcome().cancelled()) {
                checkpoints.delete();
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
        Optional<BestEpoch> better = squeezed.outcome().better();
        double accuracy = squeezed.outcome().testAccuracy();
        return new SqueezeOutcome(
                directory.folder(),
                last,
                accuracy,
                better.isPresent() ? best : last,
                better.map(BestEpoch::testAccuracy).orElse(accuracy),
                squeezed.outcome().epochs(),
                squeezed.outcome().cancelled());
    }

    private IOException notWritten(IOException cause) {
        String problem =
                RunFolderException.cannotWrite(directory.folder(), cause).getMessage();
        String whatStays = Files.isDirectory(directory.checkpoints()) && epochsKept > 0
                ? ". The checkpoint after epoch " + epochsKept + " is whole: the squeeze can be resumed from there."
                : ".";
        return new IOException(problem + whatStays, cause);
    }
}
