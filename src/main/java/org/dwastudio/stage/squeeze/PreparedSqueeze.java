package org.dwastudio.stage.squeeze;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageServices;
import org.dwastudio.stage.lifecycle.PreparedWork;
import org.dwastudio.stage.request.SqueezeOutcome;

/**
 * Squeeze whose dataset is loaded.
 *
 * @param experiment recorded in every checkpoint
 * @param task the training
 */
record PreparedSqueeze(StageServices services, RunControl control, Experiment experiment, TrainingTask task)
        implements PreparedWork<TrainingCheckpoints.Content, SqueezeOutcome> {
    private static final String NO_TEACHER_YET = "";

    @Override
    public RunMetadata metadata() {
        return services.metadata(task.dataset().fingerprint(), NO_TEACHER_YET);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Trains the network and writes the teachers.
     */
    @Override
    public SqueezeOutcome run(
            RunDirectory directory,
            Optional<TrainingCheckpoints.Content> from,
            RunListener listener,
            RunRecorder recorder)
            throws IOException {
        boolean newHead = from.map(checkpoint -> checkpoint.origin().newHead())
                .orElseGet(() -> task.start().filter(StartWeights::newHead).isPresent());
        CheckpointOrigin origin = new CheckpointOrigin(
                ExperimentWriter.toYaml(experiment.located()),
                task.dataset().fingerprint(),
                task.normalization(),
                newHead);
        TrainedTeacher trained;
        try {
            trained = new TeacherTraining(services.networks())
                    .run(
                            task,
                            from.map(TrainingCheckpoints.Content::checkpoint),
                            checkpoint -> keep(checkpoint, origin, directory, listener),
                            services.manager(),
                            control,
                            listener);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        try {
            return written(trained, newHead, directory);
        } finally {
            trained.teacher().close();
        }
    }

    private static void keep(
            TrainingCheckpoint checkpoint, CheckpointOrigin origin, RunDirectory directory, RunListener listener)
            throws IOException {
        try {
            new TrainingCheckpoints(directory.checkpoints()).keep(checkpoint, origin);
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(directory.folder(), e);
        }
        listener.onEvent(new RunEvent.Saved(directory.folder(), Instant.now()));
    }

    private static SqueezeOutcome written(TrainedTeacher trained, boolean newHead, RunDirectory directory)
            throws IOException {
        Path last = directory.teacher();
        Path best = directory.bestTeacher();
        try {
            trained.writeBest(best);
            trained.writeLast(last);
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(directory.folder(), e);
        }
        Optional<BestEpoch> better = trained.outcome().better();
        double accuracy = trained.outcome().testAccuracy();
        return new SqueezeOutcome(
                directory.folder(),
                last,
                accuracy,
                better.isPresent() ? best : last,
                better.map(BestEpoch::testAccuracy).orElse(accuracy),
                trained.outcome().epochs(),
                newHead,
                trained.outcome().cancelled());
    }

    /** Does nothing: the dataset stays with the engine. */
    @Override
    public void close() {}
}
