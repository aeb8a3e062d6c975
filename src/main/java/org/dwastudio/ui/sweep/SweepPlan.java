package org.dwastudio.ui.sweep;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.yaml.SweepFile;
import org.dwastudio.sweep.SweepCost;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.ui.fx.LatestRequest;
import org.dwastudio.ui.screen.LoadState;
import org.dwastudio.ui.sweep.setup.SweepSetupViewModel;
import org.dwastudio.ui.sweep.setup.SweepSetupViewModel.SweepDraft;

/** Check and cost of the next sweep, both in the background; the cost while the engine is idle. FX thread only. */
final class SweepPlan {
    private final SweepViewModel.Dependencies with;
    private final ReadOnlyObjectWrapper<LoadState<SweepFile>> content =
            new ReadOnlyObjectWrapper<>(this, "content", LoadState.waiting());
    private final ReadOnlyObjectWrapper<LoadState<SweepCost>> cost =
            new ReadOnlyObjectWrapper<>(this, "cost", LoadState.waiting());
    private final ReadOnlyObjectWrapper<Optional<Message>> costProblem =
            new ReadOnlyObjectWrapper<>(this, "costProblem", Optional.empty());
    private final LatestRequest<Question, Checked> checks;
    private final LatestRequest<SweepFile, Estimated> costs;

    /** Settings as typed, and where their problems are shown. */
    private record Question(SweepDraft draft, SweepSetupViewModel setup, boolean costed) {}

    /** Result of a check: settings, or what is wrong with them. */
    private record Checked(
            SweepSetupViewModel setup, boolean costed, Optional<SweepFile> content, Optional<Exception> failure) {
        List<ConfigProblem> problems() {
            return failure.filter(ConfigException.class::isInstance)
                    .map(ConfigException.class::cast)
                    .map(ConfigException::problems)
                    .orElse(List.of());
        }
    }

    /** Result of an estimate: the cost, or why there is none. */
    private record Estimated(Optional<SweepCost> cost, Optional<Exception> failure) {}

    SweepPlan(SweepViewModel.Dependencies with) {
        this.with = with;
        checks = new LatestRequest<>(this::checked, with.threads().fx(), this::take);
        costs = new LatestRequest<>(this::estimated, with.threads().fx(), this::takeCost);
    }

    ReadOnlyObjectProperty<LoadState<SweepFile>> contentProperty() {
        return content.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LoadState<SweepCost>> costProperty() {
        return cost.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Message>> costProblemProperty() {
        return costProblem.getReadOnlyProperty();
    }

    /** Checks settings, then estimates their cost. */
    void check(SweepSetupViewModel setup) {
        check(new Question(setup.draft(with.experiment().now()), setup, true));
    }

    /** Checks settings that are added to a sweep with an experiment of its own. */
    void checkAddition(SweepSetupViewModel setup, Experiment experiment) {
        check(new Question(setup.added(experiment), setup, false));
    }

    private void check(Question question) {
        cost.set(LoadState.waiting());
        costs.forget();
        content.set(LoadState.waiting());
        checks.ask(question);
    }

    private CompletionStage<Checked> checked(Question question) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Optional<SweepFile> found = Optional.empty();
                    Optional<Exception> failure = Optional.empty();
                    try {
                        found = Optional.of(question.draft().checked());
                    } catch (Exception e) {
                        failure = Optional.of(e);
                    }
                    return new Checked(question.setup(), question.costed(), found, failure);
                },
                with.threads().background());
    }

    private void take(Optional<Checked> answer) {
        answer.ifPresent(checked -> {
            content.set(checked.content().map(LoadState::of).orElseGet(LoadState::failed));
            checked.setup().showProblems(checked.problems());
            checked.content()
                    .ifPresent(file -> checked.setup().showLevels(file.sweep().parameters()));
            costProblem.set(Optional.empty());
            checked.content()
                    .filter(known ->
                            checked.costed() && !with.engine().getValue().isActive())
                    .ifPresent(costs::ask);
        });
    }

    private CompletionStage<Estimated> estimated(SweepFile wanted) {
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
}
