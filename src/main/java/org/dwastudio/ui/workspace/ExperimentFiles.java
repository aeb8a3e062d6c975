package org.dwastudio.ui.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.preference.RecentFiles;

/**
 * Experiment files: opens and saves them, and finds the file that reproduces the experiment in the window. FX thread
 * only.
 */
public final class ExperimentFiles {
    /** Experiment and the file that contains it. */
    private record Stored(Experiment experiment, Path file) {}

    private final Threads threads;
    private final ParametersViewModel parameters;
    private final StageController stages;
    private final Supplier<Optional<Path>> repeatedRun;
    private final Notices notices;
    private final RecentFiles recent = new RecentFiles();
    private final ResumeOffer resumption;
    private Optional<Stored> stored = Optional.empty();

    /**
     * Creates the view model.
     *
     * @param repeatedRun returns the folder of a run whose experiment the window shows unchanged, if there is one
     */
    public ExperimentFiles(
            Threads threads,
            ParametersViewModel parameters,
            StageController stages,
            Notices notices,
            Supplier<Optional<Path>> repeatedRun) {
        this.threads = threads;
        this.parameters = parameters;
        this.stages = stages;
        this.notices = notices;
        this.repeatedRun = repeatedRun;
        this.resumption = new ResumeOffer(threads, stages, notices);
    }

    /** Shows the default experiment of a new window. */
    public void startNew() {
        parameters.load(SynthesisPresets.firstLook());
        stages.forget();
    }

    /** Returns the files that were opened or saved last. */
    public RecentFiles recent() {
        return recent;
    }

    /**
     * Shows the experiment of a file, an image or a run folder; for a run folder also its recorded run. While a stage
     * is running, shows a notice instead and keeps the current content of the window.
     */
    public void open(Path path) {
        if (stages.stateProperty().get().isActive()) {
            notices.add(Notice.busy("notice.open.busy"));
            return;
        }
        BackgroundTask.of(() -> OpenedFile.read(path))
                .onSuccess(this::show)
                .onFailure(failure -> showFailure(path, failure))
                .start(threads);
    }

    private void show(OpenedFile opened) {
        if (stages.stateProperty().get().isActive()) {
            notices.add(Notice.busy("notice.open.busy"));
            return;
        }
        parameters.load(opened.experiment());
        stored = opened.repeating().map(file -> new Stored(parameters.experiment(), file));
        recent.add(opened.path());
        opened.run().ifPresent(past -> {
            stages.show(past);
            resumption.offerRunOf(past.folder());
        });
    }

    private void showFailure(Path path, Throwable failure) {
        if (!Files.exists(path)) {
            recent.remove(path);
        }
        if (failure instanceof OpenedFile.NoExperimentException) {
            notices.add(Notice.failed("notice.open.noExperiment", "", path.toString()));
        } else {
            notices.addFailure("notice.open", failure);
        }
    }

    /** Returns true if the user changed settings in the window that no file and no run contains. */
    boolean isUnsaved() {
        return parameters.history().canUndoProperty().get() && repeatingFile().isEmpty();
    }

    /** Returns the experiment in the window. */
    Experiment shownExperiment() {
        return parameters.experiment();
    }

    /** Shows an experiment to be run again, as if it had been opened from a file. */
    public void repeat(Experiment experiment) {
        if (stages.stateProperty().get().isActive()) {
            notices.add(Notice.busy("notice.open.busy"));
            return;
        }
        parameters.load(experiment);
        stored = Optional.empty();
    }

    /** Offers to resume the newest interrupted run in a folder of runs. */
    public void offerInterrupted(Path runs) {
        resumption.offerNewestIn(runs);
    }

    /** Resumes the interrupted or stopped run of a folder. */
    public void resume(Path folder) {
        resumption.resume(folder);
    }

    /** Writes the experiment in the window to a file. */
    public void save(Path file) {
        save(file, () -> notices.add(Notice.done("notice.saved", file.toString())));
    }

    /** Writes the experiment in the window to a file, then runs an action. */
    public void save(Path file, Runnable then) {
        Experiment experiment = parameters.experiment();
        Callable<Path> work = () -> {
            ExperimentWriter.write(experiment, file);
            return file;
        };
        BackgroundTask.of(work)
                .onSuccess(written -> {
                    stored = Optional.of(new Stored(experiment, written));
                    recent.add(written);
                    then.run();
                })
                .onFailure(failure -> notices.addFailure("notice.save", failure))
                .start(threads);
    }

    /**
     * Returns the file that reproduces the experiment in the window: that of the run if nothing was changed since, or
     * the file that was opened or saved last. Empty if the experiment has to be saved first.
     */
    public Optional<Path> repeatingFile() {
        Optional<Path> run = repeatedRun.get();
        if (run.isPresent()) {
            return run.map(folder -> folder.resolve(OpenedFile.IN_RUN_FOLDER));
        }
        return stored.filter(one -> one.experiment().equals(parameters.experiment()))
                .map(Stored::file);
    }
}
