package org.dwastudio.pipeline.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.artifact.RunFolderException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.ExperimentWriter;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.pipeline.RunControl;
import org.dwastudio.pipeline.SqueezeOutcome;
import org.dwastudio.pipeline.squeeze.BestEpoch;
import org.dwastudio.pipeline.squeeze.Checkpoint;
import org.dwastudio.pipeline.squeeze.CheckpointOrigin;
import org.dwastudio.pipeline.squeeze.Checkpoints;
import org.dwastudio.pipeline.squeeze.Squeeze;
import org.dwastudio.pipeline.squeeze.SqueezedTeacher;
import org.dwastudio.pipeline.squeeze.TrainingTask;

/** What a squeeze does between the beginning and the end of its record, fresh or resumed. */
final class SqueezeTraining {
    private final EngineSession session;
    private final Experiment experiment;
    private final TrainingTask task;
    private final RunDirectory directory;
    private final Checkpoints checkpoints;
    private int epochsKept;

    SqueezeTraining(EngineSession session, Experiment experiment, TrainingTask task, RunDirectory directory) {
        this.session = session;
        this.experiment = experiment;
        this.task = task;
        this.directory = directory;
        this.checkpoints = new Checkpoints(directory.checkpoints());
    }

    /**
     * Trains, and writes the teachers.
     *
     * @param from what to go on from; empty begins at the beginning
     * @throws IOException when something cannot be read or written, in words
     */
    SqueezeOutcome run(Optional<Checkpoint> from, RunControl control, RunListener listener) throws IOException {
        CheckpointOrigin origin = new CheckpointOrigin(
                ExperimentWriter.toYaml(experiment.located()), task.dataset().fingerprint(), task.normalization());
        from.ifPresent(checkpoint -> epochsKept = checkpoint.epochs());
        SqueezedTeacher squeezed;
        try {
            squeezed = new Squeeze(session.networks())
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

    private void keep(Checkpoint checkpoint, CheckpointOrigin origin, RunListener listener) throws IOException {
        try {
            checkpoints.keep(checkpoint, origin);
        } catch (IOException e) {
            throw notWritten(e);
        }
        epochsKept = checkpoint.epochs();
        listener.onEvent(new RunEvent.Saved(directory.folder(), Instant.now()));
    }

    private SqueezeOutcome written(SqueezedTeacher squeezed) throws IOException {
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
