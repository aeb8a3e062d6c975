package org.dwastudio.ui.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dwastudio.run.history.InterruptedRun;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;

/** Offers to go on with a stage that was interrupted, as a notice with a link. FX thread only. */
final class ResumeOffer {
    private final Threads threads;
    private final StageController activity;
    private final Notices notices;

    ResumeOffer(Threads threads, StageController activity, Notices notices) {
        this.threads = threads;
        this.activity = activity;
        this.notices = notices;
    }

    /** Looks below a folder of runs for the newest that was interrupted. */
    void lookBelow(Path runs) {
        offer(() -> InterruptedRun.newestIn(runs));
    }

    /** Looks whether a run folder is that of an interrupted run. */
    void lookAt(Path folder) {
        offer(() -> InterruptedRun.in(folder));
    }

    @FunctionalInterface
    private interface Search {
        Optional<InterruptedRun> find() throws IOException;
    }

    private void offer(Search search) {
        CompletionStage<Optional<InterruptedRun>> found =
                CompletableFuture.supplyAsync(() -> found(search), threads.background());
        found.whenCompleteAsync(
                (interrupted, failure) -> {
                    if (failure == null && !activity.stateProperty().get().isActive()) {
                        interrupted.ifPresent(this::offer);
                    }
                },
                threads.fx());
    }

    private void offer(InterruptedRun interrupted) {
        notices.add(Notice.offering(
                switch (interrupted.stage()) {
                    case SQUEEZE -> "notice.interrupted.squeeze";
                    case RELABEL -> "notice.interrupted.relabel";
                    case EVALUATION -> "notice.interrupted.evaluation";
                    default -> "notice.interrupted";
                },
                "notice.interrupted.resume",
                () -> resume(interrupted),
                interrupted.experiment().name(),
                Integer.toString(interrupted.done()),
                Integer.toString(interrupted.total()),
                interrupted.folder().toString()));
    }

    private void resume(InterruptedRun interrupted) {
        switch (interrupted.stage()) {
            case SQUEEZE -> activity.resumeSqueeze(interrupted.folder());
            case RELABEL -> activity.resumeOnPictures(Page.RELABEL, interrupted.folder(), interrupted.experiment());
            case EVALUATION ->
                activity.resumeOnPictures(Page.EVALUATION, interrupted.folder(), interrupted.experiment());
            default -> activity.resumeSynthesis(interrupted.folder(), interrupted.experiment());
        }
    }

    private static Optional<InterruptedRun> found(Search search) {
        try {
            return search.find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
