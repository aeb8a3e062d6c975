package org.dwastudio.ui.sweep.work;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.event.RunEvent;
import org.dwastudio.report.sweep.SweepReport;
import org.dwastudio.sweep.SweepFolder;
import org.dwastudio.sweep.SweepListener;
import org.dwastudio.sweep.SweepProgress;
import org.dwastudio.sweep.SweepRecord;
import org.dwastudio.sweep.TestRun;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.OffPageWork;
import org.dwastudio.ui.stage.RunPhase;

/** The sweep that the window shows, and its work on the engine. FX thread only. */
public final class SweepWork implements OffPageWork {
    private final SweepService service;
    private final Executor sweeps;
    private final Threads threads;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<RunPhase> state = new ReadOnlyObjectWrapper<>(this, "state", RunPhase.IDLE);
    private final ReadOnlyObjectWrapper<Optional<SweepStanding>> standing =
            new ReadOnlyObjectWrapper<>(this, "standing", Optional.empty());
    /** Read on the engine thread as well. */
    private final AtomicReference<Optional<SweepSession>> session = new AtomicReference<>(Optional.empty());

    private final WorkProgress workProgress;
    private volatile boolean paused;

    /**
     * Creates idle work.
     *
     * @param sweeps runs a sweep, which waits for the engine
     */
    public SweepWork(SweepService service, Executor sweeps, Threads threads, Notices notices) {
        this.service = service;
        this.sweeps = sweeps;
        this.threads = threads;
        this.notices = notices;
        workProgress = new WorkProgress(threads);
    }

    @Override
    public ReadOnlyObjectProperty<RunPhase> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Returns what is known of the shown sweep; empty while none is shown. */
    public ReadOnlyObjectProperty<Optional<SweepStanding>> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Returns the time that the running sweep still needs, in seconds; empty while it is not known. */
    public ReadOnlyObjectProperty<OptionalDouble> leftProperty() {
        return workProgress.leftProperty();
    }

    /** Returns a property that changes with the finished part of the stage in progress. */
    public Observable partProperty() {
        return workProgress.partProperty();
    }

    /** Shows a sweep that is not running; does nothing while one is. */
    public void show(Optional<SweepStanding> shown) {
        if (!state.get().isActive()) {
            standing.set(shown);
        }
    }

    /** Part of a sweep that is run on a thread of its own. */
    private interface Part {
        void run(SweepSession session) throws Exception;
    }

    /**
     * Starts a sweep, or continues that of the folder. Must be idle.
     *
     * @param language language of the report
     */
    public void start(SweepFile content, SweepFolder folder, Locale language) {
        begin(content, folder, language, SweepSession::run);
    }

    /**
     * Uses the test split for the best trial of the shown sweep. Must be idle.
     *
     * @param language language of the report
     */
    public void test(Locale language) {
        standing.get().ifPresent(now -> now.analysis()
                .best()
                .ifPresent(best -> begin(now.content(), now.folder(), language, one -> one.test(best))));
    }

    private void begin(SweepFile content, SweepFolder folder, Locale language, Part part) {
        if (state.get().isActive()) {
            return;
        }
        paused = false;
        SweepSession opened = service.open(content, folder, new Listener(folder));
        session.set(Optional.of(opened));
        state.set(RunPhase.RUNNING);
        sweeps.execute(() -> run(opened, part, folder, language));
    }

    /** Takes the progress of the running sweep; called on its threads. */
    private final class Listener implements SweepListener {
        private final SweepFolder folder;
        private final List<TestRun> tests =
                standing.get().map(SweepStanding::tests).orElse(List.of());

        Listener(SweepFolder folder) {
            this.folder = folder;
        }

        @Override
        public void onProgress(SweepProgress progress) {
            workProgress.take(progress);
            SweepStanding now = SweepStanding.of(folder, progress, tests);
            threads.fx().execute(() -> standing.set(Optional.of(now)));
        }

        @Override
        public void onEvent(RunEvent event) {
            if (paused) {
                // The next stage has begun since.
                current().ifPresent(SweepSession::pause);
            }
            workProgress.take(event);
        }
    }

    /** Change of the trials of a sweep, in the background. */
    private interface Change {
        void make(SweepSession session) throws Exception;
    }

    /** Adds values, trials or seeds to the shown sweep, also while it runs. */
    public void extend(SweepFile changed) {
        change(one -> one.extend(changed));
    }

    /** Leaves a trial of the shown sweep out, or takes it in again, also while it runs. */
    public void skip(List<Integer> numbers, boolean skipped) {
        change(one -> {
            for (int number : numbers) {
                one.skip(number, skipped);
            }
        });
    }

    private void change(Change change) {
        standing.get().ifPresent(now -> BackgroundTask.of(() -> {
                    SweepSession one =
                            current().orElseGet(() -> service.open(now.content(), now.folder(), progress -> {}));
                    change.make(one);
                    return SweepStanding.of(SweepRecord.read(now.folder().root()));
                })
                .onSuccess(this::changed)
                .onFailure(failure -> notices.addFailure("sweep.notice.change", failure))
                .start(threads));
    }

    /** Shows changed trials, unless another sweep is shown since. */
    private void changed(SweepStanding read) {
        standing.get().filter(now -> now.folder().equals(read.folder())).ifPresent(now -> {
            Optional<SweepProgress.Current> running =
                    state.get().isActive() ? now.progress().current() : Optional.empty();
            standing.set(Optional.of(read.running(running)));
        });
    }

    private void run(SweepSession opened, Part part, SweepFolder folder, Locale language) {
        Optional<Exception> failure = Optional.empty();
        try {
            part.run(opened);
            SweepReport.write(SweepRecord.read(folder.root()), language, folder.report());
        } catch (CancellationException e) {
            failure = Optional.empty();
        } catch (Exception e) {
            failure = Optional.of(e);
        }
        Optional<Exception> reported = failure;
        Optional<SweepStanding> last = last(folder);
        threads.fx().execute(() -> end(last, reported));
    }

    /** Returns what the folder contains at the end; empty if it cannot be read. */
    private static Optional<SweepStanding> last(SweepFolder folder) {
        try {
            return Optional.of(SweepStanding.of(SweepRecord.read(folder.root())));
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    private void end(Optional<SweepStanding> last, Optional<Exception> failure) {
        boolean stopped = state.get() == RunPhase.STOPPING;
        session.set(Optional.empty());
        last.ifPresent(now -> standing.set(Optional.of(now)));
        state.set(RunPhase.IDLE);
        workProgress.end();
        failure.ifPresentOrElse(
                reason -> notices.addFailure("sweep.notice.failed", reason),
                () -> last.ifPresent(now -> notices.add(Notice.done(
                        stopped ? "sweep.notice.stopped" : "sweep.notice.done",
                        now.content().experiment().name()))));
    }

    private Optional<SweepSession> current() {
        return Objects.requireNonNull(session.get());
    }

    @Override
    public void pauseOrResume() {
        if (state.get() == RunPhase.RUNNING) {
            paused = true;
            current().ifPresent(SweepSession::pause);
            state.set(RunPhase.PAUSED);
        } else if (state.get() == RunPhase.PAUSED) {
            paused = false;
            current().ifPresent(SweepSession::resume);
            state.set(RunPhase.RUNNING);
        }
    }

    @Override
    public void stop() {
        if (state.get().isActive()) {
            paused = false;
            state.set(RunPhase.STOPPING);
            current().ifPresent(SweepSession::cancel);
        }
    }

    @Override
    public String busyKey() {
        return "notice.busy.sweep";
    }

    @Override
    public String position(Messages texts) {
        return new SweepPosition(texts)
                .of(
                        state.get(),
                        standing.get(),
                        workProgress.leftProperty().get(),
                        workProgress.partProperty().get());
    }

    @Override
    public double fraction() {
        return standing.get()
                .map(SweepStanding::progress)
                .filter(progress -> progress.plannedRuns() > 0)
                .map(progress -> (double) progress.doneRuns() / progress.plannedRuns())
                .orElse(0.0);
    }

    @Override
    public List<Observable> sources() {
        return List.of(state, standing, workProgress.leftProperty(), workProgress.partProperty());
    }
}
