package org.dwastudio.ui.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.queue.QueuedStage;
import org.dwastudio.queue.StageInputs;
import org.dwastudio.run.history.InterruptedRun;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.queue.QueueViewModel;
import org.dwastudio.ui.stage.QueueingPage;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.stage.StagePage;
import org.dwastudio.ui.stage.StageWork;

/**
 * Start of queued stages, one after the other, whenever the engine is idle and the queue is not paused. A stage that is stopped
 * pauses the queue; one that fails does not. FX thread only.
 */
public final class QueueSequencer {
    private static final String CONTINUE = "queue.continue";
    private static final String FAILED = "queue.notice.failed";

    private final QueueViewModel queue;
    private final StageController stages;
    private final PipelineSequencer pipeline;
    private final ExperimentFiles files;
    private final Notices notices;
    private final Threads threads;
    private final List<Failure> failures = new ArrayList<>();
    private Optional<StageName> ended = Optional.empty();
    private Optional<Experiment> replaced = Optional.empty();

    /** Settings of the window after the last start. */
    private Optional<Experiment> loaded = Optional.empty();

    private boolean inspecting;
    private boolean stopping;
    private boolean closing;

    /** Failure whose notice is still to be added. */
    private record Failure(QueuedStage stage, Message reason) {}

    /** Creates the sequencer of a queue. */
    public QueueSequencer(
            QueueViewModel queue,
            StageController stages,
            PipelineSequencer pipeline,
            ExperimentFiles files,
            Notices notices,
            Threads threads) {
        this.queue = queue;
        this.stages = stages;
        this.pipeline = pipeline;
        this.files = files;
        this.notices = notices;
        this.threads = threads;
        stages.stateProperty().subscribe(this::follow);
        pipeline.currentProperty().subscribe((old, now) -> proceedLater());
        queue.pausedProperty().subscribe((old, now) -> {
            if (!now) {
                notices.dismissOffering(CONTINUE);
            }
            proceedLater();
        });
        queue.lineProperty().subscribe((old, now) -> proceedLater());
    }

    /** Keeps the running stage for a later window, because this one is about to close. */
    public void prepareForClosing() {
        closing = true;
    }

    private boolean isBusy() {
        return stages.stateProperty().get().isActive();
    }

    private void follow(RunPhase state) {
        if (state == RunPhase.STOPPING && !queue.lineProperty().get().stages().isEmpty()) {
            stopping = true;
            queue.pause();
        } else if (state == RunPhase.IDLE) {
            pauseIfProgramEnds();
            queue.lineProperty().get().running().ifPresent(this::end);
            offerToContinue();
            proceedLater();
        } else if (state == RunPhase.RUNNING) {
            ended = stages.pages().busy().map(StagePage::stage);
        }
    }

    /** The end of the program ends its stage, too; nothing starts then. */
    private void pauseIfProgramEnds() {
        boolean cancelled = ended.filter(last -> stages.pages().of(last).work().wasCancelled())
                .isPresent();
        if (cancelled && !queue.lineProperty().get().stages().isEmpty()) {
            queue.pause();
        }
    }

    private void end(QueuedStage stage) {
        StageWork<?> work = stages.pages().of(stage.stage()).work();
        if (work.failedProperty().get()) {
            fail(stage, work.failure().orElseGet(QueuedStage::refusal));
        } else if (work.wasCancelled() && (closing || !work.wasStopped())) {
            queue.interrupted();
        } else if (work.wasStopped()) {
            queue.stopped(stage.id());
        } else {
            queue.finished(stage.id(), stage.run().made());
        }
    }

    private void fail(QueuedStage stage, Message reason) {
        failures.add(new Failure(stage, reason));
        queue.failed(stage.id(), reason);
    }

    private void showFailures() {
        List<Failure> ended = List.copyOf(failures);
        failures.clear();
        ended.forEach(this::show);
    }

    /** Adds the notice of a failure, in place of the one that the stage itself has added. */
    private void show(Failure failure) {
        Optional<Notice> own = notices.shown().stream()
                .filter(notice -> !notice.key().equals(FAILED))
                .filter(notice -> notice.values().contains(failure.reason()))
                .findFirst();
        own.ifPresent(notices::dismiss);
        String name = failure.stage().experiment().name();
        notices.add(Notice.failed(FAILED, own.map(Notice::details).orElse(""), name, failure.reason()));
    }

    private void offerToContinue() {
        int waiting = queue.lineProperty().get().waiting().size();
        if (stopping && waiting > 0) {
            notices.add(Notice.offering("queue.notice.paused", CONTINUE, queue::resume, Integer.toString(waiting)));
        }
        stopping = false;
    }

    /** Later, because other listeners of the ended stage have to be notified first. */
    private void proceedLater() {
        threads.fx().execute(this::proceed);
    }

    private void proceed() {
        showFailures();
        if (!queue.isOwned()
                || inspecting
                || isBusy()
                || pipeline.currentProperty().get().isPresent()) {
            return;
        }
        Optional<QueuedStage> next = queue.lineProperty().get().next().filter(stage -> !queue.pausedProperty()
                .get());
        if (next.isPresent()) {
            inspect(next.get());
        } else {
            rest();
        }
    }

    private void rest() {
        replaced.ifPresent(own -> notices.add(
                Notice.offering("queue.notice.replaced", "queue.notice.replaced.use", () -> files.repeat(own))));
        replaced = Optional.empty();
    }

    private void inspect(QueuedStage stage) {
        Optional<QueueingPage> page = stages.pages().of(stage.stage()).queueing();
        inspecting = true;
        BackgroundTask.of(() -> StageInputs.of(
                        stage,
                        page.flatMap(one -> one.dataset(stage.experiment())),
                        page.flatMap(one -> one.teacher(stage.experiment()))))
                .onSuccess(inputs -> {
                    inspecting = false;
                    if (isNext(stage) && !isBusy() && !queue.pausedProperty().get()) {
                        start(stage, inputs);
                    } else {
                        proceedLater();
                    }
                })
                .onFailure(failure -> {
                    inspecting = false;
                    if (isNext(stage)) {
                        fail(stage, FailureCause.describe(failure));
                    } else {
                        proceedLater();
                    }
                })
                .start(threads);
    }

    /** Returns false if the stage was moved, changed or removed meanwhile. */
    private boolean isNext(QueuedStage stage) {
        return queue.lineProperty().get().next().equals(Optional.of(stage));
    }

    private void start(QueuedStage stage, StageInputs inputs) {
        if (inputs.missing().isPresent()) {
            fail(stage, inputs.missing().get());
        } else if (inputs.finished()) {
            queue.finished(stage.id(), stage.run().made());
        } else {
            begin(stage, inputs.interrupted());
        }
    }

    private void begin(QueuedStage stage, Optional<InterruptedRun> interrupted) {
        StagePage page = stages.pages().of(stage.stage());
        QueueingPage queueing = page.queueing().orElseThrow();
        Experiment shown = files.shownExperiment();
        boolean own = files.isUnsaved() && !loaded.equals(Optional.of(shown));
        boolean follows =
                ended.filter(last -> last != stages.shownPage().stage()).isEmpty();
        inspecting = true;
        notices.keepLasting(() -> interrupted.ifPresentOrElse(
                run -> page.resume(run.folder(), run.experiment()),
                () -> queueing.start(stage.experiment(), stage.run().input())));
        inspecting = false;
        loaded = Optional.of(files.shownExperiment());
        if (own && replaced.isEmpty() && !loaded.equals(Optional.of(shown))) {
            replaced = Optional.of(shown);
        }
        if (!page.work().isActive()) {
            fail(stage, page.work().failure().orElseGet(QueuedStage::refusal));
            return;
        }
        queue.begun(
                stage.id(),
                queueing.usesImages() ? Optional.empty() : page.work().activeFolder());
        if (follows) {
            stages.show(stage.stage());
        }
        notices.add(Notice.done(
                "queue.notice.started",
                stage.experiment().name(),
                queue.lineProperty().get().waiting().size()));
    }
}
