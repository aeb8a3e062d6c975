package org.dwastudio.ui.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.engine.Engine;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.ui.fx.LatestRequest;

/**
 * Stored evaluation results of a run. They are read in the background, one request at a time, and read again if the run
 * or the recipe has changed meanwhile. FX thread only.
 */
public final class KeptResultsViewModel {
    private final LatestRequest<Question, Optional<EvaluationOutcome>> answer;
    private final ReadOnlyObjectWrapper<Optional<EvaluationResults>> results =
            new ReadOnlyObjectWrapper<>(this, "results", Optional.empty());

    /** Request for the stored results of a recipe in a run. */
    private record Question(Path run, EvaluationConfig config) {}

    KeptResultsViewModel(Engine engine, Executor fxExecutor) {
        // An unreadable run shows no results; starting its evaluation reports the reason.
        answer = new LatestRequest<>(
                asked -> engine.results().evaluation(EvaluationRequest.of(asked.run(), asked.config())),
                fxExecutor,
                found -> results.set(found.flatMap(outcome -> outcome.map(EvaluationResults::of))));
    }

    /** Results of the requested recipe, or else of the run's last evaluation; empty if no student is finished. */
    public ReadOnlyObjectProperty<Optional<EvaluationResults>> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /** Returns the shown results if they match a recipe; the settings of which students are trained are ignored. */
    Optional<EvaluationResults> of(EvaluationConfig recipe) {
        return results.get().filter(shown -> alike(shown.config(), recipe));
    }

    private static boolean alike(EvaluationConfig a, EvaluationConfig b) {
        return a.ofEveryStudent().equals(b.ofEveryStudent());
    }

    /** Shows results that are already in memory, for example at the end of an evaluation. */
    void show(EvaluationResults known) {
        results.set(Optional.of(known));
    }

    /** Clears the results and discards a pending request. */
    void clear() {
        answer.forget();
        results.set(Optional.empty());
    }

    /** Requests the stored results of a recipe in a run. */
    void ask(Path run, EvaluationConfig config) {
        answer.ask(new Question(run, config));
    }
}
