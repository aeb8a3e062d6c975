package org.dwastudio.run.record;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.RunLog;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.text.Message;

/**
 * Recorder of a run to its folder. Images are written when their column is finished; when the user stops the run, the
 * newest images of every running column are written too. Tuning changes are written to {@code experiment.yaml} at once,
 * metrics within seconds and at the end of every column.
 *
 * <p>A disk failure never stops the engine thread: the first failure is kept, nothing is written after it, and the
 * stage asks for it with {@link #failure()} and ends the run with its message.
 */
public final class RunRecorder implements RunListener, AutoCloseable {
    private final RunDirectory directory;
    private final int imagesPerClass;
    private final RunListener saved;
    private final Clock clock;
    private final RecordedExperiment experiment;
    private final MetricsFile metrics;
    private final RecordedSnapshots snapshots;
    private final RunLog log;
    private final RunningColumns running = new RunningColumns();
    private Optional<RecordedImages> images = Optional.empty();
    private Optional<IOException> failure = Optional.empty();

    /**
     * Parts of a record that stay when its run is resumed.
     *
     * @param written first bytes of files, see {@link RunRecorder#written()}
     * @param tuningChanges number of first tuning changes of the experiment, which have happened
     */
    public record Kept(Written written, int tuningChanges) {
        /**
         * Nothing is kept: metrics and changes are recorded again, so the resumed stage must emit the earlier ones again.
         */
        public static final Kept NOTHING = new Kept(new Written(0, 0), 0);
    }

    /**
     * Lengths in bytes of the files that grow with a run.
     *
     * @param metrics length of {@code metrics.csv}
     * @param snapshots length of the file of snapshots; 0 without one
     */
    public record Written(long metrics, long snapshots) {}

    private RunRecorder(RunDirectory directory, Experiment experiment, Kept kept, RunListener saved, Clock clock)
            throws IOException {
        this.directory = directory;
        this.imagesPerClass = experiment.synthesis().imagesPerClass();
        this.saved = saved;
        this.clock = clock;
        this.experiment = new RecordedExperiment(experiment.located(), kept.tuningChanges(), directory.experiment());
        this.metrics = new MetricsFile(directory.metrics(), kept.written().metrics(), clock);
        this.snapshots = new RecordedSnapshots(
                directory.snapshots(),
                kept.written().snapshots(),
                experiment.synthesis().execution().snapshotBytes());
        this.log = new RunLog(directory.log());
    }

    /**
     * Begins the record: the experiment and the metadata are on disk when this returns.
     *
     * @param directory a new run folder
     * @param experiment experiment at the start; the tuning changes that it replays stay in the record
     * @param metadata further dependencies of the run
     * @param saved listener to {@link RunEvent.Saved} on the engine thread, whenever the folder is complete up to that
     *     point
     * @param clock clock for events without a time
     * @throws RunFolderException if the folder cannot be written, with a message for the user
     */
    public static RunRecorder start(
            RunDirectory directory, Experiment experiment, RunMetadata metadata, RunListener saved, Clock clock)
            throws IOException {
        try {
            // The experiment is written last: a folder without it is not a run, one with it has everything that a run
            // needs.
            metadata.write(directory.metadata());
            RunRecorder recorder = new RunRecorder(directory, experiment, Kept.NOTHING, saved, clock);
            recorder.log.started(metadata);
            return recorder;
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(directory.folder(), e);
        }
    }

    /**
     * Continues the record of an interrupted run. Its log and its metadata stay.
     *
     * @param kept other parts that stay
     * @param from description of the point where it resumes, such as {@code after epoch 3}
     * @param metadata current dependencies of the run
     * @throws RunFolderException if the folder cannot be written, with a message for the user
     */
    public static RunRecorder resume(
            RunDirectory directory,
            Experiment experiment,
            Kept kept,
            String from,
            RunMetadata metadata,
            RunListener saved,
            Clock clock)
            throws IOException {
        try {
            RunRecorder recorder = new RunRecorder(directory, experiment, kept, saved, clock);
            recorder.log.resumed(from, metadata);
            return recorder;
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(directory.folder(), e);
        }
    }

    /** Returns the disk failure, with a message for the user; empty if there is none. */
    public Optional<IOException> failure() {
        return failure;
    }

    /**
     * Returns the lengths of the files with everything so far.
     *
     * @throws RunFolderException if the measurements cannot be written, with a message for the user
     */
    public Written written() throws IOException {
        try {
            return new Written(metrics.length(), snapshots.bytes());
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(directory.folder(), e);
        }
    }

    /** Returns false: images of running columns are not shown here. */
    @Override
    public boolean wantsImages() {
        return false;
    }

    @Override
    public void onEvent(RunEvent event) {
        if (failure.isPresent()) {
            return;
        }
        try {
            record(event);
        } catch (IOException | RuntimeException e) {
            failure = Optional.of(RunFolderException.cannotWrite(directory.folder(), e));
        }
    }

    /** Closes the files; all measurements are on disk then. Closing again does nothing. */
    @Override
    public void close() {
        try (log;
                snapshots) {
            metrics.close();
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(RunFolderException.cannotWrite(directory.folder(), e)));
        }
    }

    private void record(RunEvent event) throws IOException {
        if (event instanceof RunEvent.LossMeasured measured) {
            metrics.append(measured);
        } else if (event instanceof RunEvent.MetricPoint point) {
            metrics.append(point);
            log.measured(point, clock.instant());
        } else if (event instanceof RunEvent.ImagesChanged changed) {
            imagesChanged(changed);
        } else if (event instanceof RunEvent.SnapshotTaken taken) {
            snapshots.add(taken);
            reportEndOfSnapshots();
        } else if (event instanceof RunEvent.TuningChanged tuned) {
            experiment.tuned(tuned.change());
            log.tuned(tuned);
        } else if (event instanceof RunEvent.StageStarted started) {
            images = Optional.of(new RecordedImages(directory, started.classNames(), imagesPerClass));
            snapshots.begin(started.classNames().size());
            log.started(started);
        } else if (event instanceof RunEvent.StageNoted noted) {
            log.noted(noted);
        } else if (event instanceof RunEvent.Saved) {
            metrics.flush();
        } else if (event instanceof RunEvent.StageFinished finished) {
            stageFinished(finished);
        } else if (event instanceof RunEvent.StageFailed failed) {
            log.failed(failed);
            complete();
            emitSaved();
        }
    }

    private void imagesChanged(RunEvent.ImagesChanged changed) throws IOException {
        running.changed(changed);
        if (changed.state() == ColumnState.FINISHED) {
            write(changed);
            metrics.flush();
            emitSaved();
        }
    }

    private void stageFinished(RunEvent.StageFinished finished) throws IOException {
        if (finished.cancelled()) {
            for (RunEvent.ImagesChanged unfinished : running.newest()) {
                write(unfinished);
            }
        }
        complete();
        // Last: a run whose sheet could not be written has not finished.
        log.finished(finished);
        emitSaved();
    }

    private void write(RunEvent.ImagesChanged changed) throws IOException {
        images.orElseThrow(() -> new IllegalStateException("images came before their stage began"))
                .write(changed, experiment.until(changed.column(), changed.iteration()));
        log.saved(changed, clock.instant());
    }

    private void reportEndOfSnapshots() throws IOException {
        Optional<Message> reason = snapshots.newFailure(directory.folder());
        if (reason.isPresent()) {
            RunEvent.SnapshotsEnded ended = new RunEvent.SnapshotsEnded(reason.get());
            log.ended(ended, clock.instant());
            saved.onEvent(ended);
        }
    }

    private void complete() throws IOException {
        metrics.flush();
        snapshots.bytes();
        reportEndOfSnapshots();
        if (images.isPresent()) {
            images.get().drawContactSheet(experiment.untilNow());
        }
    }

    private void emitSaved() {
        saved.onEvent(new RunEvent.Saved(directory.folder(), clock.instant()));
    }
}
