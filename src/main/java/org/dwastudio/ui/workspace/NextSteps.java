package org.dwastudio.ui.workspace;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.dwastudio.ui.desktop.FileReveal;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.NextStep;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;

/** Executor of the next steps of notices and pages. FX thread only. */
public final class NextSteps implements Consumer<NextStep> {
    private final StageController stages;
    private final ExperimentFiles files;
    private final FileReveal reveal;
    private final Path log;
    private final Notices notices;
    private final Threads threads;

    /**
     * Creates the handler.
     *
     * @param reveal opens files and folders
     * @param log log file of the program
     */
    public NextSteps(
            StageController stages,
            ExperimentFiles files,
            FileReveal reveal,
            Path log,
            Notices notices,
            Threads threads) {
        this.stages = stages;
        this.files = files;
        this.reveal = reveal;
        this.log = log;
        this.notices = notices;
        this.threads = threads;
    }

    /** Opens the log file of the program. */
    public void openLog() {
        accept(new NextStep.OpenFile(log));
    }

    @Override
    public void accept(NextStep step) {
        if (step instanceof NextStep.OpenFolder folder) {
            open(folder.folder(), () -> reveal.open(folder.folder()));
        } else if (step instanceof NextStep.OpenFile file) {
            open(file.file(), () -> reveal.open(file.file()));
        } else if (step instanceof NextStep.ShowStage page) {
            stages.show(page.stage());
        } else if (step instanceof NextStep.Resume run) {
            files.resume(run.folder());
        } else if (step instanceof NextStep.Act act) {
            act.action().run();
        }
    }

    @FunctionalInterface
    private interface Opening {
        void open() throws Exception;
    }

    private void open(Path path, Opening opening) {
        Callable<Path> work = () -> {
            opening.open();
            return path;
        };
        BackgroundTask.of(work)
                .onFailure(failure -> notices.add(Notice.failed("notice.cannotOpen", "", path.toString())))
                .start(threads);
    }
}
