package org.dwastudio.ui.workspace;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dwastudio.run.history.InterruptedRun;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;

/** Offer to resume an interrupted stage: a notice with a link. FX thread only. */
final class ResumeOffer {
    private final Threads threads;
    private final StageController controller;
    private final Notices notices;

    ResumeOffer(Threads threads, StageController controller, Notices notices) {
        this.threads = threads;
        this.controller = controller;
        this.notices = notices;
    }

    /** Offers the newest interrupted run in a folder of runs. */
    void offerNewestIn(Path runs) {
        offer(() -> InterruptedRun.newestIn(runs));
    }

    /** Offers the run of a folder if it was interrupted or stopped. */
    void offerRunOf(Path folder) {
        offer(() -> InterruptedRun.resumableIn(folder));
    }

    /** Resumes the run of a folder, or adds a notice that there is nothing to resume. */
    void resume(Path folder) {
        BackgroundTask.of(() -> InterruptedRun.resumableIn(folder))
                .onSuccess(found -> found.ifPresentOrElse(
                        this::resume, () -> notices.add(Notice.failed("notice.notResumable", "", folder.toString()))))
                .onFailure(failure -> notices.addFailure("notice.open", failure))
                .start(threads);
    }

    private void offer(Callable<Optional<InterruptedRun>> search) {
        BackgroundTask.of(search)
                .onSuccess(found -> found.filter(
                                run -> !controller.stateProperty().get().isActive())
                        .ifPresent(this::offer))
                .start(threads);
    }

    private void offer(InterruptedRun interrupted) {
        notices.add(Notice.offering(
                "notice.interrupted." + interrupted.stage().key(),
                "notice.interrupted.resume",
                () -> resume(interrupted),
                interrupted.experiment().name(),
                Integer.toString(interrupted.done()),
                Integer.toString(interrupted.total()),
                interrupted.folder().toString()));
    }

    private void resume(InterruptedRun interrupted) {
        controller.whenIdle(
                interrupted.stage(),
                () -> controller.shownPage().resume(interrupted.folder(), interrupted.experiment()));
    }
}
