package org.dwastudio.ui.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.EvaluationParameter;
import org.dwastudio.pipeline.Engine;
import org.dwastudio.pipeline.EvaluationOutcome;

/**
 * What students did on the pictures of a run: read behind the window, one question at a time, and again when run or recipe
 * have changed meanwhile. FX thread only.
 */
public final class KeptResultsViewModel {
    private final Engine engine;
    private final Executor fxExecutor;
    private final ReadOnlyObjectWrapper<Optional<EvaluationResults>> results =
            new ReadOnlyObjectWrapper<>(this, "results", Optional.empty());
    private Optional<Question> wanted = Optional.empty();
    private boolean asking;

    /** What is asked: what is kept of this recipe in this run. */
    private record Question(Path run, EvaluationConfig config) {}

    KeptResultsViewModel(Engine engine, Executor fxExecutor) {
        this.engine = engine;
        this.fxExecutor = fxExecutor;
    }

    /** Of the recipe that was asked for, or else of the run's last evaluation; empty when no student is done. */
    public ReadOnlyObjectProperty<Optional<EvaluationResults>> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /** What is shown, when it is of a recipe; how many students it asks for does not matter. */
    Optional<EvaluationResults> of(EvaluationConfig recipe) {
        return results.get().filter(shown -> alike(shown.config(), recipe));
    }

    private static boolean alike(EvaluationConfig a, EvaluationConfig b) {
        return EvaluationParameter.STUDENTS.replacedIn(a, 1).equals(EvaluationParameter.STUDENTS.replacedIn(b, 1));
    }

    /** Shows what is known already, as at the end of an evaluation. */
    void show(EvaluationResults known) {
        results.set(Optional.of(known));
    }

    /** Shows nothing until something else is asked. */
    void clear() {
        wanted = Optional.empty();
        results.set(Optional.empty());
    }

    /** Reads what is kept. */
    void ask(Path run, EvaluationConfig config) {
        wanted = Optional.of(new Question(run, config));
        askNext();
    }

    private void askNext() {
        if (asking || wanted.isEmpty()) {
            return;
        }
        Question question = wanted.get();
        asking = true;
        CompletionStage<Optional<EvaluationOutcome>> answer = engine.keptEvaluation(question.run(), question.config());
        answer.whenCompleteAsync((outcome, failure) -> take(question, outcome, failure), fxExecutor);
    }

    /** A run that cannot be read has no results to show; its evaluation says why when it is started. */
    private void take(Question question, Optional<EvaluationOutcome> outcome, Throwable failure) {
        asking = false;
        if (wanted.equals(Optional.of(question))) {
            wanted = Optional.empty();
            results.set(failure == null ? outcome.map(EvaluationResults::of) : Optional.empty());
        }
        askNext();
    }
}
