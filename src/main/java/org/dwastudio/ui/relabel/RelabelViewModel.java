package org.dwastudio.ui.relabel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.StudentLabels.SoftLabels;
import org.dwastudio.engine.Engine;
import org.dwastudio.event.RunEvent.Progress;
import org.dwastudio.file.ByteSizes;
import org.dwastudio.stage.request.RelabelOutcome;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SoftLabelStock;
import org.dwastudio.ui.evaluation.EvaluatedRunViewModel;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.notice.NextStep;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.stage.StageProgress;
import org.dwastudio.ui.stage.StageProgress.Place;
import org.dwastudio.ui.stage.StageWork;

/** View model of the relabel stage: runs it, and exposes its progress and the stored soft labels. FX thread only. */
public final class RelabelViewModel {
    private final Engine engine;
    private final ParametersViewModel parameters;
    private final Notices notices;
    private final EvaluatedRunViewModel labeledRun;
    private final StageProgress progress;
    private final StageWork<RelabelOutcome> work;
    private final LatestRequest<Question, SoftLabelStock> stock;
    private final ReadOnlyObjectWrapper<LoadState<SoftLabelStock>> kept =
            new ReadOnlyObjectWrapper<>(this, "kept", LoadState.waiting());
    private final ReadOnlyBooleanWrapper wanted = new ReadOnlyBooleanWrapper(this, "wanted", false);

    /** Request for the soft labels stored in a run for a recipe. */
    private record Question(Path run, EvaluationConfig config) {}

    /**
     * Creates the view model; no relabeling is started.
     *
     * @param nanoClock monotonic clock, in nanoseconds
     * @param labeledRun the run whose images are labeled
     */
    public RelabelViewModel(
            Engine engine,
            Executor fxExecutor,
            LongSupplier nanoClock,
            EvaluatedRunViewModel labeledRun,
            ParametersViewModel parameters,
            Notices notices) {
        this.engine = engine;
        this.parameters = parameters;
        this.notices = notices;
        this.labeledRun = labeledRun;
        progress = new StageProgress(StageName.RELABEL, (now, begun) -> placeOf(now), nanoClock);
        work = new StageWork<>(
                fxExecutor, notices, StageWork.FailureKeys.both("relabel.notice.failed"), List.of(progress));
        // An unreadable run has no stored labels; starting its relabeling reports the cause.
        stock = new LatestRequest<>(
                asked -> engine.results().softLabels(RelabelRequest.of(asked.run(), asked.config())),
                fxExecutor,
                found -> kept.set(found.map(LoadState::of).orElseGet(LoadState::failed)));
        labeledRun.runProperty().subscribe(run -> {
            stock.forget();
            kept.set(LoadState.waiting());
            if (!work.isActive()) {
                work.clear(parameters.experiment());
            }
            lookUp();
        });
        parameters.evaluationProperty().subscribe(recipe -> {
            wanted.set(recipe.needsStoredLabels());
            lookUp();
        });
    }

    /** Returns the run whose images are labeled. */
    public EvaluatedRunViewModel labeledRun() {
        return labeledRun;
    }

    /** Returns the engine's work on the stage. */
    public StageWork<RelabelOutcome> work() {
        return work;
    }

    public StageProgress progress() {
        return progress;
    }

    /** Returns the labels stored for the shown recipe. While relabeling runs, the value is the one from its start. */
    public ReadOnlyObjectProperty<LoadState<SoftLabelStock>> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** Returns the number of stored epochs, including those of a running relabeling. */
    public int storedEpochs() {
        double share = work.isActive()
                ? progress().placeProperty().get().map(Place::fraction).orElse(0.0)
                : 0;
        return kept.get()
                .value()
                .map(labels -> labels.stored() + (int) (share * (labels.epochs() - labels.stored())))
                .orElse(0);
    }

    /** Returns the property that is true if students of the shown recipe learn from stored labels. */
    public ReadOnlyBooleanProperty wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** Returns true if the shown recipe needs stored labels and some of them are missing. */
    public boolean areMissing() {
        return wanted.get()
                && kept.get().value().filter(labels -> !labels.isWhole()).isPresent();
    }

    /** Returns true if all labels of the shown recipe are stored, but its students do not learn from them. */
    public boolean areUnused() {
        return !wanted.get()
                && !work.isActive()
                && kept.get().value().filter(SoftLabelStock::isWhole).isPresent();
    }

    /** Makes the students of the recipe learn from the stored labels. */
    public void useStored() {
        parameters.evaluationProperty().set(recipe().withLabels(labels -> labels.withSoftLabels(SoftLabels.STORED)));
    }

    /** Stores the missing labels for the shown recipe. Does nothing while a relabeling is running. */
    public void start() {
        if (work.isActive()) {
            return;
        }
        Optional<Path> folder = labeledRun.runProperty().get();
        if (folder.isEmpty()) {
            notices.add(Notice.failed("evaluation.notice.noRun", ""));
            return;
        }
        Experiment shown = parameters.experiment();
        work.reset(shown);
        work.begin(listener -> engine.start(RelabelRequest.of(folder.get(), shown.evaluation()), listener), this::end);
    }

    /** Refreshes the stored labels of the shown recipe, as the run may have new images to label. */
    public void lookUp() {
        if (!work.isActive()) {
            labeledRun.runProperty().get().ifPresent(run -> stock.ask(new Question(run, recipe())));
        }
    }

    private void end(Optional<RelabelOutcome> outcome) {
        if (outcome.isEmpty()) {
            lookUp();
        }
        outcome.ifPresent(done -> {
            stock.forget();
            kept.set(LoadState.of(done.stock()));
            Notice notice = Notice.done(
                    done.cancelled() ? "relabel.notice.stopped" : "relabel.notice.finished",
                    done.stock().stored(),
                    done.stock().epochs(),
                    ByteSizes.describe(done.stock().bytes()),
                    done.stock().folder().toString());
            Notice offering = done.cancelled() || wanted.get()
                    ? notice
                    : notice.with("relabel.notice.use", new NextStep.Act(this::useStored));
            notices.add(offering.with("notice.next.evaluate", new NextStep.ShowStage(StageName.EVALUATION)));
        });
    }

    private EvaluationConfig recipe() {
        return parameters.evaluationProperty().get();
    }

    private static Place placeOf(Progress now) {
        return new Place(0, 1, now.unit() + 1, now.units(), now.step(), now.totalSteps());
    }
}
