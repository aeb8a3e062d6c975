package org.dwastudio.ui.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.config.yaml.SweepReader;
import org.dwastudio.config.yaml.SweepWriter;
import org.dwastudio.run.RunFolders;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.sweep.SweepFolder;
import org.dwastudio.sweep.SweepRecord;
import org.dwastudio.sweep.Trial;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.ui.fx.BackgroundTask;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.preview.RunImagesReader;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.sweep.setup.SweepSetupViewModel;
import org.dwastudio.ui.sweep.setup.SweepSetupViewModel.SweepDraft;
import org.dwastudio.ui.sweep.work.SweepService;
import org.dwastudio.ui.sweep.work.SweepStanding;
import org.dwastudio.ui.sweep.work.SweepWork;

/** View model of a sweep: its settings and cost before the start, its trials after it. FX thread only. */
public final class SweepViewModel {
    /**
     * What a sweep uses of the window.
     *
     * @param experiment experiment of the window, its values applied to it, and runs opened in it
     * @param engine state of all work of the engine
     * @param folders parent of the folders of sweeps
     * @param sweeps runs what waits for the engine
     */
    public record Dependencies(
            SweptExperiment experiment,
            ObservableValue<RunPhase> engine,
            RunFolders folders,
            SweepService service,
            Executor sweeps,
            Threads threads,
            Notices notices) {}

    private final Dependencies with;
    private final SweepWork work;
    private final Consumer<List<Path>> compare;
    private final SweepSetupViewModel setup;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final ReadOnlyObjectWrapper<LoadState<SweepFile>> content =
            new ReadOnlyObjectWrapper<>(this, "content", LoadState.waiting());
    private final ReadOnlyObjectWrapper<LoadState<SweepCost>> cost =
            new ReadOnlyObjectWrapper<>(this, "cost", LoadState.waiting());
    private final ReadOnlyObjectWrapper<Optional<Message>> costProblem =
            new ReadOnlyObjectWrapper<>(this, "costProblem", Optional.empty());
    private final LatestRequest<SweepDraft, Checked> checks;
    private final LatestRequest<SweepFile, Estimated> costs;

    /** Result of a check: settings, or what is wrong with them. */
    private record Checked(Optional<SweepFile> content, Optional<Exception> failure) {}

    /** Result of an estimate: the cost, or why there is none. */
    private record Estimated(Optional<SweepCost> cost, Optional<Exception> failure) {}

    /**
     * Creates the view model without a sweep.
     *
     * @param compare opens runs in the comparison
     */
    public SweepViewModel(SweepWork work, Consumer<List<Path>> compare, Dependencies with) {
        this.work = work;
        this.compare = compare;
        this.with = with;
        checks = new LatestRequest<>(this::check, with.threads().fx(), this::take);
        costs = new LatestRequest<>(this::estimate, with.threads().fx(), this::takeCost);
        setup = new SweepSetupViewModel(this::changed);
        with.experiment().whenChanged(this::changed);
        with.engine().subscribe(state -> changed());
        shown.subscribe((was, now) -> changed());
    }

    /** Returns whether the dialog is open. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Returns the settings of the next sweep. */
    public SweepSetupViewModel setup() {
        return setup;
    }

    /** Returns the shown sweep; empty while the next one is planned. */
    public ReadOnlyObjectProperty<Optional<SweepStanding>> standingProperty() {
        return work.standingProperty();
    }

    /** Returns the state of the sweep. */
    public ReadOnlyObjectProperty<RunPhase> stateProperty() {
        return work.stateProperty();
    }

    /** Returns the state of all work of the engine. */
    public ObservableValue<RunPhase> engineProperty() {
        return with.engine();
    }

    /** Returns the checked settings of the next sweep. */
    public ReadOnlyObjectProperty<LoadState<SweepFile>> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** Returns the cost of the next sweep; waiting until it is known. */
    public ReadOnlyObjectProperty<LoadState<SweepCost>> costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** Returns why the cost is not known. */
    public ReadOnlyObjectProperty<Optional<Message>> costProblemProperty() {
        return costProblem.getReadOnlyProperty();
    }

    /** Returns the folder in which the user looks for sweeps. */
    public Path parent() {
        return with.folders().parent();
    }

    SweepWork work() {
        return work;
    }

    RunImagesReader images() {
        return new RunImagesReader(with.threads().background(), with.threads().fx());
    }

    /** Opens the dialog. */
    public void show() {
        shown.set(true);
    }

    /** Fills the settings with the question which radius is best. */
    public void askForRadius() {
        setup.askForRadius(with.experiment().now());
    }

    /** Returns the experiment of the window. */
    public Experiment experiment() {
        return with.experiment().now();
    }

    /** Checks the settings again, and estimates the cost, while the dialog is open and the engine is idle. */
    private void changed() {
        if (standingProperty().get().isPresent() || !shown.get()) {
            return;
        }
        cost.set(LoadState.waiting());
        costs.forget();
        content.set(LoadState.waiting());
        checks.ask(setup.draft(with.experiment().now()));
    }

    private CompletionStage<Checked> check(SweepDraft draft) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new Checked(Optional.of(draft.checked()), Optional.empty());
                    } catch (Exception e) {
                        return new Checked(Optional.empty(), Optional.of(e));
                    }
                },
                with.threads().background());
    }

    private void take(Optional<Checked> answer) {
        Checked checked = answer.orElseThrow(() -> new IllegalStateException("a check always answers"));
        content.set(checked.content().map(LoadState::of).orElseGet(LoadState::failed));
        Exception failure = checked.failure().orElse(null);
        setup.showProblems(failure instanceof ConfigException wrong ? wrong.problems() : List.of());
        costProblem.set(Optional.empty());
        checked.content()
                .filter(known -> !with.engine().getValue().isActive())
                .ifPresent(costs::ask);
    }

    private CompletionStage<Estimated> estimate(SweepFile wanted) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new Estimated(Optional.of(with.service().cost(wanted)), Optional.empty());
                    } catch (Exception e) {
                        return new Estimated(Optional.empty(), Optional.of(e));
                    }
                },
                with.sweeps());
    }

    private void takeCost(Optional<Estimated> answer) {
        cost.set(answer.flatMap(Estimated::cost).map(LoadState::of).orElseGet(LoadState::failed));
        costProblem.set(answer.flatMap(Estimated::failure).map(FailureCause::describe));
    }

    /** Returns true if the planned sweep can start: its cost is known and the engine is idle. */
    public boolean canStart() {
        return standingProperty().get().isEmpty()
                && !with.engine().getValue().isActive()
                && content.get().value().isPresent()
                && cost.get().value().isPresent();
    }

    /** Returns true if the shown sweep was interrupted and the engine is idle. */
    public boolean canContinue() {
        return !with.engine().getValue().isActive()
                && standingProperty().get().filter(now -> !now.isComplete()).isPresent();
    }

    /**
     * Starts the planned sweep, or continues the shown one.
     *
     * @param language language of the report
     */
    public void start(Locale language) {
        if (canContinue()) {
            standingProperty().get().ifPresent(now -> work.start(now.content(), now.folder(), language));
        } else if (canStart()) {
            content.get()
                    .value()
                    .ifPresent(file -> work.start(
                            file,
                            new SweepFolder(
                                    with.folders().next(file.experiment().name())),
                            language));
        }
    }

    /** Pauses or continues the sweep. */
    public void pauseOrResume() {
        work.pauseOrResume();
    }

    /** Stops the sweep; it can be continued. */
    public void stop() {
        work.stop();
    }

    /**
     * Uses the test split for the best trial, once.
     *
     * @param language language of the report
     */
    public void useTestSplit(Locale language) {
        if (!with.engine().getValue().isActive()
                && standingProperty().get().filter(SweepStanding::canTest).isPresent()) {
            work.test(language);
        }
    }

    /** Leaves the shown sweep and plans another one with the same settings. */
    public void planAnother() {
        standingProperty().get().ifPresent(now -> {
            work.show(Optional.empty());
            setup.fill(now.content().sweep());
        });
    }

    /** Opens the folder of a sweep with its results, or a file with settings. */
    public void open(Path path) {
        if (work.stateProperty().get().isActive()) {
            with.notices().add(Notice.busy(work.busyKey()));
            return;
        }
        Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
        boolean results = Files.isDirectory(path)
                || path.equals(new SweepFolder(folder).settings()) && Files.isRegularFile(new SweepFolder(folder).trials());
        if (results) {
            BackgroundTask.of(() -> SweepStanding.of(SweepRecord.read(folder)))
                    .onSuccess(read -> {
                        work.show(Optional.of(read));
                        setup.fill(read.content().sweep());
                    })
                    .onFailure(this::cannotOpen)
                    .start(with.threads());
        } else {
            BackgroundTask.of(() -> SweepReader.read(path, Map.of()))
                    .onSuccess(read -> {
                        work.show(Optional.empty());
                        with.experiment().show(read.experiment());
                        setup.fill(read.sweep());
                    })
                    .onFailure(this::cannotOpen)
                    .start(with.threads());
        }
    }

    private void cannotOpen(Throwable failure) {
        with.notices().addFailure("sweep.notice.open", failure);
    }

    /** Writes the settings of the shown or planned sweep to a file. */
    public void save(Path file) {
        standingProperty()
                .get()
                .map(SweepStanding::content)
                .or(() -> content.get().value())
                .ifPresent(written -> BackgroundTask.of(() -> {
                            SweepWriter.write(written, file);
                            return file;
                        })
                        .onSuccess(done -> with.notices().add(Notice.done("notice.saved", done.toString())))
                        .onFailure(failure -> with.notices().addFailure("notice.save", failure))
                        .start(with.threads()));
    }

    /** Fills the values of a trial into the experiment of the window. */
    public void useValues(Trial trial) {
        try {
            with.experiment().use(trial.candidate().values());
            with.notices().add(Notice.done("sweep.notice.used", trial.key()));
        } catch (ConfigException e) {
            with.notices().addFailure("sweep.notice.use", e);
        }
    }

    /** Opens the first run of a trial in the window. */
    public void openRun(Trial trial) {
        folderOf(trial).ifPresent(with.experiment()::open);
    }

    /** Compares the first runs of two to four trials. */
    public void compare(List<Trial> trials) {
        List<Path> runs = trials.stream()
                .flatMap(trial -> folderOf(trial).stream())
                .distinct()
                .toList();
        if (runs.size() > 1) {
            compare.accept(runs);
        }
    }

    /** Returns the folder of the first run of a trial; that of random real images is the one of the preset. */
    public Optional<Path> folderOf(Trial trial) {
        return standingProperty().get().flatMap(now -> trial.runs().stream()
                .findFirst()
                .map(run -> now.folder().run(trial.candidate(), run.seed())));
    }
}
