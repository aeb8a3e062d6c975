package org.dwastudio.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.ExperimentReader;
import org.dwastudio.config.ExperimentWriter;
import org.dwastudio.config.Presets;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.synthesis.ParametersViewModel;
import org.dwastudio.ui.synthesis.RunViewModel;

/** Opens and saves experiments, and knows the file that repeats what the window shows. FX thread only. */
public final class ExperimentFiles {
    /** The experiment as a run writes it into its folder. */
    private static final String IN_RUN_FOLDER = "experiment.yaml";

    /** An experiment and the file that holds it. */
    private record Stored(Experiment experiment, Path file) {}

    private final Threads threads;
    private final ParametersViewModel parameters;
    private final RunViewModel run;
    private final Notices notices;
    private final ResumeOffer resumption;
    private Optional<Stored> stored = Optional.empty();

    ExperimentFiles(
            Threads threads, ParametersViewModel parameters, RunViewModel run, Activity activity, Notices notices) {
        this.threads = threads;
        this.parameters = parameters;
        this.run = run;
        this.notices = notices;
        this.resumption = new ResumeOffer(threads, activity, notices);
    }

    /** Shows the experiment that a new window begins with. */
    public void startNew() {
        parameters.load(Presets.demonstration());
    }

    /** Shows the experiment of a file. */
    public void open(Path file) {
        inBackground(() -> read(file), "notice.open", experiment -> {
            parameters.load(experiment);
            stored = Optional.of(new Stored(parameters.experiment(), file));
            Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(resumption::lookAt);
        });
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
            then.run();
        });
    }

    /**
     * The file that repeats what the window shows: that of the run when nothing was changed since, or the file that was
     * opened or saved last. Empty when it has to be saved first.
     */
    public Optional<Path> repeatingFile() {
        if (run.repeatsShown()) {
            return run.folderProperty().get().map(folder -> folder.resolve(IN_RUN_FOLDER));
        }
        return stored.filter(one -> one.experiment().equals(parameters.experiment()))
                .map(Stored::file);
    }

    private static Experiment read(Path file) throws IOException, ConfigException {
        Path absolute = file.toAbsolutePath();
        if (file.endsWith(IN_RUN_FOLDER) && absolute.getParent() != null) {
            // Says so in words when a newer version of this program wrote the folder.
            RunDirectory.open(absolute.getParent());
        }
        return ExperimentReader.read(file);
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
