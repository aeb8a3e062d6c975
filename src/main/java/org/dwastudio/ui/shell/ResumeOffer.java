package org.dwastudio.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dwastudio.artifact.InterruptedRun;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;

/** Offers to go on with a synthesis that was interrupted, as a notice with a link. FX thread only. */
final class ResumeOffer {
    private final Threads threads;
    private final Activity activity;
    private final Notices notices;

    ResumeOffer(Threads threads, Activity activity, Notices notices) {
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
                "notice.interrupted",
                "notice.interrupted.resume",
                () -> activity.resumeSynthesis(interrupted.folder(), interrupted.experiment()),
                interrupted.experiment().name(),
                Integer.toString(interrupted.columnsDone()),
                Integer.toString(interrupted.experiment().synthesis().imagesPerClass()),
                interrupted.folder().toString()));
    }

    private static Optional<InterruptedRun> found(Search search) {
        try {
            return search.find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
