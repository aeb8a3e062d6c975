package org.dwastudio.ui.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.StudentLabels.LabelKinds;
import org.dwastudio.engine.Engine;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.ui.fx.LatestRequest;

/**
 * What students did on the pictures of a run: read behind the window, one question at a time, and again when run or recipe
 * have changed meanwhile. FX thread only.
 */
public final class KeptResultsViewModel {
    private final LatestRequest<Question, Optional<EvaluationOutcome>> answer;
    private final ReadOnlyObjectWrapper<Optional<EvaluationResults>> results =
            new ReadOnlyObjectWrapper<>(this, "results", Optional.empty());

    /** What is asked: what is kept of this recipe in this run. */
    private record Question(Path run, EvaluationConfig config) {}

    KeptResultsViewModel(Engine engine, Executor fxExecutor) {
        // A run that cannot be read has no results to show; its evaluation says why when it is started.
        answer = new LatestRequest<>(
                asked -> engine.results().evaluation(EvaluationRequest.of(asked.run(), asked.config())),
                fxExecutor,
                found -> results.set(found.flatMap(outcome -> outcome.map(EvaluationResults::of))));
    }

    /** Of the recipe that was asked for, or else of the run's last evaluation; empty when no student is done. */
    public ReadOnlyObjectProperty<Optional<EvaluationResults>> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /** What is shown, when it is of a recipe; how many students it asks for, and with which labels, does not matter. */
    Optional<EvaluationResults> of(EvaluationConfig recipe) {
        return results.get().filter(shown -> alike(shown.config(), recipe));
    }

    private static boolean alike(EvaluationConfig a, EvaluationConfig b) {
        return ofEveryStudent(a).equals(ofEveryStudent(b));
    }

    private static EvaluationConfig ofEveryStudent(EvaluationConfig config) {
        return EvaluationConfig.STUDENTS.replacedIn(config, 1).withLabels(labels -> labels.withKinds(LabelKinds.BOTH));
    }

    /** Shows what is known already, as at the end of an evaluation. */
    void show(EvaluationResults known) {
        results.set(Optional.of(known));
    }

    /** Shows nothing until something else is asked. */
    void clear() {
        answer.forget();
        results.set(Optional.empty());
    }

    /** Reads what is kept. */
    void ask(Path run, EvaluationConfig config) {
        answer.ask(new Question(run, config));
    }
}
