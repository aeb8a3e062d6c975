package org.dwastudio.ui.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.run.RunFolders;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.sweep.SweepFolder;
import org.dwastudio.text.Message;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.preview.RunImagesReader;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.stage.RunPhase;
import org.dwastudio.ui.sweep.setup.SweepLength;
import org.dwastudio.ui.sweep.setup.SweepSetupViewModel;
import org.dwastudio.ui.sweep.work.SweepService;
import org.dwastudio.ui.sweep.work.SweepStanding;
import org.dwastudio.ui.sweep.work.SweepWork;

/** View model of a sweep: its settings and cost before the start, its trials after it. FX thread only. */
public final class SweepViewModel {
    /**
     * Parts of the window that a sweep uses.
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

    /** Time from which a sweep is confirmed before its start. */
    private static final double LONG_SECONDS = 3600;

    private final Dependencies with;
    private final SweepWork work;
    private final TrialActions trials;
    private final SweepSetupViewModel setup;
    private final SweepPlan plan;
    private final SweepAddition addition;
    private final SweepLibrary library;
    private final SweepOffers offers;
    private final SweepFiles files;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");

    /**
     * Creates the view model without a sweep.
     *
     * @param compare opens runs in the comparison
     */
    public SweepViewModel(SweepWork work, Consumer<List<Path>> compare, Dependencies with) {
        this.work = work;
        this.with = with;
        plan = new SweepPlan(with);
        setup = new SweepSetupViewModel(this::changed);
        offers = new SweepOffers(with);
        trials = new TrialActions(work, with.experiment(), compare, with.notices());
        addition = new SweepAddition(work, setup, plan);
        library = new SweepLibrary(with, this::openAndContinue);
        files = new SweepFiles(work, setup, plan, library, with);
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

    /** Returns the actions on trials. */
    public TrialActions trials() {
        return trials;
    }

    /** Returns the additions to the shown sweep. */
    public SweepAddition addition() {
        return addition;
    }

    /** Returns the known sweeps. */
    public SweepLibrary library() {
        return library;
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
        return plan.contentProperty();
    }

    /** Returns the cost of the next sweep; waiting until it is known. */
    public ReadOnlyObjectProperty<LoadState<SweepCost>> costProperty() {
        return plan.costProperty();
    }

    /** Returns why the cost is not known. */
    public ReadOnlyObjectProperty<Optional<Message>> costProblemProperty() {
        return plan.costProblemProperty();
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
    public void askForRadius(SweepLength length) {
        setup.askForRadius(with.experiment().now(), length);
    }

    /** Returns the cost of this question by the length of its runs; waiting until it is known. */
    public ReadOnlyObjectProperty<LoadState<Map<SweepLength, SweepCost>>> offersProperty() {
        return offers.costsProperty();
    }

    /** Returns the experiment of the window. */
    public Experiment experiment() {
        return with.experiment().now();
    }

    /** Checks the settings again while the next sweep is planned, or trials are added, and the dialog is open. */
    private void changed() {
        if (!shown.get()) {
            return;
        }
        addition.experiment().ifPresent(experiment -> plan.checkAddition(setup, experiment));
        if (standingProperty().get().isEmpty()) {
            offer();
            plan.check(setup);
        }
    }

    /** Measures the cost of the offered question while nothing else is planned and the engine is idle. */
    private void offer() {
        if (setup.rows().isEmpty() && !with.engine().getValue().isActive()) {
            offers.measure();
        } else {
            offers.forget();
        }
    }

    /** Returns true if the planned sweep can start: its cost is known and the engine is idle. */
    public boolean canStart() {
        return standingProperty().get().isEmpty()
                && !with.engine().getValue().isActive()
                && contentProperty().get().value().isPresent()
                && costProperty().get().value().isPresent();
    }

    /** Returns true if the shown sweep was interrupted and the engine is idle. */
    public boolean canContinue() {
        return !with.engine().getValue().isActive()
                && standingProperty().get().filter(now -> !now.isComplete()).isPresent();
    }

    /** Returns the cost of the planned sweep if it takes so long that the user shall confirm it. */
    public Optional<SweepCost> costToConfirm() {
        return costProperty().get().value().filter(cost -> canStart() && cost.seconds() > LONG_SECONDS);
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
            contentProperty()
                    .get()
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
            setup.fill(now.content());
        });
    }

    /** Opens the dialog with the sweep of a folder, and continues it if the engine is idle. */
    private void openAndContinue(Path folder, Locale language) {
        show();
        files.open(folder, () -> {
            if (canContinue()) {
                start(language);
            }
        });
    }

    /** Opens the folder of a sweep with its results, or a file with settings. */
    public void open(Path path) {
        files.open(path, () -> {});
    }

    /** Writes the settings of the shown or planned sweep to a file. */
    public void save(Path file) {
        files.save(file);
    }
}
