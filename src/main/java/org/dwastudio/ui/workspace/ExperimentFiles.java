package org.dwastudio.ui.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.preference.RecentFiles;
import org.dwastudio.ui.squeeze.SqueezeViewModel;
import org.dwastudio.ui.synthesis.RunViewModel;

/** Opens and saves experiments, and knows the file that repeats what the window shows. FX thread only. */
public final class ExperimentFiles {
    /** An experiment and the file that holds it. */
    private record Stored(Experiment experiment, Path file) {}

    private final Threads threads;
    private final ParametersViewModel parameters;
    private final RunViewModel run;
    private final StageController activity;
    private final SqueezeViewModel squeeze;
    private final Notices notices;
    private final RecentFiles recent = new RecentFiles();
    private final ResumeOffer resumption;
    private Optional<Stored> stored = Optional.empty();

    ExperimentFiles(
            Threads threads,
            ParametersViewModel parameters,
            RunViewModel run,
            SqueezeViewModel squeeze,
            StageController activity,
            Notices notices) {
        this.threads = threads;
        this.parameters = parameters;
        this.run = run;
        this.squeeze = squeeze;
        this.activity = activity;
        this.notices = notices;
        this.resumption = new ResumeOffer(threads, activity, notices);
    }

    /** Shows the experiment that a new window begins with. */
    public void startNew() {
        parameters.load(SynthesisPresets.demonstration());
    }

    /** What was opened or saved last. */
    public RecentFiles recent() {
        return recent;
    }

    /**
     * Shows the experiment of a file, a picture or a run folder; of a run folder also what became of it. Says so in words
     * while something is under way: that is not to be swept off the window.
     */
    public void open(Path path) {
        if (activity.stateProperty().get().isActive()) {
            notices.add(Notice.failed("notice.open.busy", ""));
            return;
        }
        CompletionStage<OpenedFile> reading =
                CompletableFuture.supplyAsync(() -> called(() -> OpenedFile.read(path)), threads.background());
        reading.whenCompleteAsync(
                (opened, failure) -> {
                    if (failure == null) {
                        show(opened);
                    } else {
                        tell(path, failure);
                    }
                },
                threads.fx());
    }

    private void show(OpenedFile opened) {
        if (activity.stateProperty().get().isActive()) {
            notices.add(Notice.failed("notice.open.busy", ""));
            return;
        }
        parameters.load(opened.experiment());
        stored = opened.repeating().map(file -> new Stored(parameters.experiment(), file));
        recent.add(opened.path());
        opened.run().ifPresent(past -> {
            boolean ofSqueeze = past.stage() == StageName.SQUEEZE;
            activity.pageProperty().set(ofSqueeze ? Page.SQUEEZE : Page.SYNTHESIS);
            if (ofSqueeze) {
                squeeze.show(past);
            } else {
                run.show(past);
            }
            resumption.lookAt(past.folder());
        });
    }

    private void tell(Path path, Throwable failure) {
        if (!Files.exists(path)) {
            recent.remove(path);
        }
        if (failure.getCause() instanceof OpenedFile.NoExperimentException) {
            notices.add(Notice.failed("notice.open.noExperiment", "", path.toString()));
        } else {
            notices.addFailure("notice.open", failure);
        }
    }

    /** Shows an experiment to be run anew, as that of a file would be. */
    public void repeat(Experiment experiment) {
        if (activity.stateProperty().get().isActive()) {
            notices.add(Notice.failed("notice.open.busy", ""));
            return;
        }
        parameters.load(experiment);
        stored = Optional.empty();
    }

    /** Offers to go on with the newest run below a folder that was interrupted. */
    void offerInterrupted(Path runs) {
        resumption.lookBelow(runs);
    }

    /** Writes what the window shows into a file. */
    public void save(Path file) {
        save(file, () -> notices.add(Notice.done("notice.saved", file.toString())));
    }

    /** Writes what the window shows into a file, then does something. */
    public void save(Path file, Runnable then) {
        Experiment experiment = parameters.experiment();
        Callable<Path> work = () -> {
            ExperimentWriter.write(experiment, file);
            return file;
        };
        inBackground(work, "notice.save", written -> {
            stored = Optional.of(new Stored(experiment, written));
            recent.add(written);
            then.run();
        });
    }

    /**
     * The file that repeats what the window shows: that of the run when nothing was changed since, or the file that was
     * opened or saved last. Empty when it has to be saved first.
     */
    public Optional<Path> repeatingFile() {
        if (run.repeatsShown()) {
            return run.folderProperty().get().map(folder -> folder.resolve(OpenedFile.IN_RUN_FOLDER));
        }
        return stored.filter(one -> one.experiment().equals(parameters.experiment()))
                .map(Stored::file);
    }

    private <T> void inBackground(Callable<T> work, String failureKey, Consumer<T> then) {
        CompletionStage<T> done = CompletableFuture.supplyAsync(() -> called(work), threads.background());
        done.whenCompleteAsync(
                (result, failure) -> {
                    if (failure == null) {
                        then.accept(result);
                    } else {
                        notices.addFailure(failureKey, failure);
                    }
                },
                threads.fx());
    }

    private static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception failure) {
            throw new CompletionException(failure);
        }
    }
}
