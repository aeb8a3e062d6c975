package org.dwastudio.stage.lifecycle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageContext;
import org.dwastudio.stage.StartPoint;
import org.dwastudio.stage.checkpoint.CheckpointFolder;
import org.dwastudio.stage.request.StageOutcome;
import org.dwastudio.text.Message;

/**
 * Run of a stage with checkpoints in a locked and recorded run folder, from the beginning or from the newest
 * checkpoint. The checkpoints are deleted when the stage is complete.
 *
 * @param <C> content of a checkpoint
 * @param <O> outcome of the stage
 */
public final class ResumableRun<C extends ResumePoint, O extends StageOutcome> {
    private final ResumableWork<C, O> work;
    private final RunControl control;
    private final RunListener listener;

    /** Creates a run that is controlled and observed through the context. */
    public ResumableRun(ResumableWork<C, O> work, StageContext context) {
        this.work = work;
        this.control = context.control();
        this.listener = context.listener();
    }

    /**
     * Runs the stage on the engine thread. The folder of a resumed run is not modified until all checks have passed.
     *
     * @throws IOException if something cannot be read or written, or is inconsistent
     */
    public O run(Path folder, StartPoint start) throws IOException {
        return start instanceof StartPoint.Fresh fresh ? started(fresh.experiment(), folder) : resumed(folder);
    }

    private O started(Experiment experiment, Path folder) throws IOException {
        try (PreparedWork<C, O> prepared = work.prepare(experiment, Optional.empty());
                RunDirectoryLock lock = RunDirectoryLock.acquire(RunDirectory.create(folder))) {
            RunDirectory directory = lock.directory();
            // Before the record: the folder of checkpoints identifies the stage of an interrupted run.
            work.checkpoints(directory).begin();
            RunMetadata metadata = prepared.metadata();
            return recorded(
                    directory,
                    Optional.empty(),
                    prepared,
                    saved -> RunRecorder.start(directory, prepared.experiment(), metadata, saved, Clock.systemUTC()));
        }
    }

    private O resumed(Path folder) throws IOException {
        try (RunDirectoryLock lock = RunDirectoryLock.acquire(RunDirectory.open(folder))) {
            RunDirectory directory = lock.directory();
            InterruptedStage<C> interrupted = InterruptedStage.read(work, directory);
            try (PreparedWork<C, O> prepared = work.prepare(interrupted.experiment(), Optional.of(interrupted))) {
                RunMetadata metadata = prepared.metadata();
                directory.deleteUnfinishedFiles();
                return recorded(
                        directory,
                        interrupted.checkpoint(),
                        prepared,
                        saved -> RunRecorder.resume(
                                directory,
                                prepared.experiment(),
                                interrupted.kept(),
                                interrupted.describe(work.unit()),
                                metadata,
                                saved,
                                Clock.systemUTC()));
            }
        }
    }

    private O recorded(
            RunDirectory directory, Optional<C> from, PreparedWork<C, O> prepared, RecordedRun.Beginning beginning)
            throws IOException {
        RecoveryHint hint = () -> lastCheckpoint(directory);
        return hint.during(() -> new RecordedRun(prepared.observedBy(listener), control)
                .record(work.stage(), beginning, (events, recorder) -> {
                    O outcome = prepared.run(directory, from, events, recorder);
                    if (!outcome.cancelled() && recorder.failure().isEmpty()) {
                        deleteCheckpoints(directory);
                    }
                    return outcome;
                }));
    }

    private void deleteCheckpoints(RunDirectory directory) throws IOException {
        try {
            work.checkpoints(directory).delete();
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(directory.folder(), e);
        }
    }

    private Optional<Message> lastCheckpoint(RunDirectory directory) throws IOException {
        Optional<Long> completed = work.checkpoints(directory).exists()
                ? work.checkpoints(directory)
                        .newest()
                        .map(CheckpointFolder.Found::content)
                        .map(ResumePoint::completed)
                        .filter(units -> units > 0)
                : Optional.empty();
        return completed.map(units ->
                Message.of("stage.resume", work.unit(), units, work.stage().key()));
    }
}
