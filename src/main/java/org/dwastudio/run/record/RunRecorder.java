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

/**
 * Writes a run to its folder as it happens. Pictures are written when their column is finished; when the user stops the
 * run, the newest pictures of every column under way are written too. Tuning changes reach {@code experiment.yaml} at
 * once, metrics within seconds and at the end of every column.
 *
 * <p>A disk that fails never stops the engine thread: the first failure is kept, nothing is written after it, and
 * whoever runs the stage asks for it with {@link #failure()} and ends the run in words.
 */
public final class RunRecorder implements RunListener, AutoCloseable {
    private final RunDirectory directory;
    private final int imagesPerClass;
    private final RunListener saved;
    private final Clock clock;
    private final RecordedExperiment experiment;
    private final MetricsFile metrics;
    private final RunLog log;
    private final RunningColumns running = new RunningColumns();
    private Optional<RecordedImages> images = Optional.empty();
    private Optional<IOException> failure = Optional.empty();

    /**
     * What of a record stays when its run is gone on with.
     *
     * @param metricsBytes the first bytes of {@code metrics.csv}, see {@link RunRecorder#metricsBytes()}
     * @param tuningChanges the first tuning changes of the experiment, which have happened
     */
    public record Kept(long metricsBytes, int tuningChanges) {
        /** Metrics and changes are recorded anew, so that whoever resumes tells those of the past again. */
        public static final Kept NOTHING = new Kept(0, 0);
    }

    private RunRecorder(RunDirectory directory, Experiment experiment, Kept kept, RunListener saved, Clock clock)
            throws IOException {
        this.directory = directory;
        this.imagesPerClass = experiment.synthesis().imagesPerClass();
        this.saved = saved;
        this.clock = clock;
        this.experiment = new RecordedExperiment(experiment.located(), kept.tuningChanges(), directory.experiment());
        this.metrics = new MetricsFile(directory.metrics(), kept.metricsBytes(), clock);
        this.log = new RunLog(directory.log());
    }

    /**
     * Begins the record: the experiment and the facts are on disk when this returns.
     *
     * @param directory a new run folder
     * @param experiment as it is started; the tuning changes it replays stay in the record
     * @param facts what else the run depends on
     * @param saved told {@link RunEvent.Saved} on the engine thread whenever the folder is complete up to there
     * @param clock the time of what carries none itself
     * @throws RunFolderException when the folder cannot be written, in words
     */
    public static RunRecorder start(
            RunDirectory directory, Experiment experiment, RunMetadata facts, RunListener saved, Clock clock)
            throws IOException {
        try {
            // The experiment comes last: a folder without it is no run, one with it has all that a run needs.
            facts.write(directory.facts());
            RunRecorder recorder = new RunRecorder(directory, experiment, Kept.NOTHING, saved, clock);
            recorder.log.started(facts);
            return recorder;
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(directory.folder(), e);
        }
    }

    /**
     * Goes on with the record of a run that was interrupted. Its log and its facts stay.
     *
     * @param kept what else stays
     * @param from where it goes on, in words, such as {@code after epoch 3}
     * @param facts what it depends on now
     * @throws RunFolderException when the folder cannot be written, in words
     */
    public static RunRecorder resume(
            RunDirectory directory,
            Experiment experiment,
            Kept kept,
            String from,
            RunMetadata facts,
            RunListener saved,
            Clock clock)
            throws IOException {
        try {
            RunRecorder recorder = new RunRecorder(directory, experiment, kept, saved, clock);
            recorder.log.resumed(from, facts);
            return recorder;
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(directory.folder(), e);
        }
    }

    /** What went wrong with the disk, in words that a user can act on; empty as long as all is well. */
    public Optional<IOException> failure() {
        return failure;
    }

    /**
     * Bytes of {@code metrics.csv} with all that was told so far.
     *
     * @throws RunFolderException when the file cannot be written, in words
     */
    public long metricsBytes() throws IOException {
        try {
            return metrics.length();
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(directory.folder(), e);
        }
    }

    /** Never asks for pictures of running columns: nobody looks at them here. */
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

    /** Lets go of the files; what was measured is on disk then. Closing again does nothing. */
    @Override
    public void close() {
        try (log) {
            metrics.close();
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(RunFolderException.cannotWrite(directory.folder(), e)));
        }
    }

    private void record(RunEvent event) throws IOException {
        if (event instanceof RunEvent.MetricPoint point) {
            metrics.append(point);
            log.measured(point, clock.instant());
        } else if (event instanceof RunEvent.ImagesChanged changed) {
            imagesChanged(changed);
        } else if (event instanceof RunEvent.TuningChanged tuned) {
            experiment.tuned(tuned.change());
            log.tuned(tuned);
        } else if (event instanceof RunEvent.StageStarted started) {
            images = Optional.of(new RecordedImages(directory, started.classNames(), imagesPerClass));
            log.started(started);
        } else if (event instanceof RunEvent.Saved) {
            metrics.flush();
        } else if (event instanceof RunEvent.StageFinished finished) {
            stageFinished(finished);
        } else if (event instanceof RunEvent.StageFailed failed) {
            log.failed(failed);
            complete();
            tellSaved();
        }
    }

    private void imagesChanged(RunEvent.ImagesChanged changed) throws IOException {
        running.changed(changed);
        if (changed.state() == ColumnState.FINISHED) {
            write(changed);
            metrics.flush();
            tellSaved();
        }
    }

    private void stageFinished(RunEvent.StageFinished finished) throws IOException {
        if (finished.cancelled()) {
            for (RunEvent.ImagesChanged unfinished : running.newest()) {
                write(unfinished);
            }
        }
        complete();
        // Last: a run whose sheet could not be written has not come to its end.
        log.finished(finished);
        tellSaved();
    }

    private void write(RunEvent.ImagesChanged changed) throws IOException {
        images.orElseThrow(() -> new IllegalStateException("pictures came before their stage began"))
                .write(changed, experiment.until(changed.column(), changed.iteration()));
        log.saved(changed, clock.instant());
    }

    private void complete() throws IOException {
        metrics.flush();
        if (images.isPresent()) {
            images.get().drawContactSheet(experiment.untilNow());
        }
    }

    private void tellSaved() {
        saved.onEvent(new RunEvent.Saved(directory.folder(), clock.instant()));
    }
}
