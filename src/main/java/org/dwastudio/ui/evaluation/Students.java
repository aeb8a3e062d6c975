package org.dwastudio.ui.evaluation;

import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.engine.Engine;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.recipe.RecipeViewModel;
import org.dwastudio.ui.synthesis.RunViewModel;

/** View models of the evaluation: the recipe of the students, and their training. FX thread only. */
public record Students(RecipeViewModel<EvaluationConfig, StudentChoices> recipe, EvaluationViewModel evaluation) {

    /**
     * Creates and connects the view models.
     *
     * @param synthesis whose images the students are trained on
     */
    public static Students on(
            Engine engine, Threads threads, ParametersViewModel parameters, RunViewModel synthesis, Notices notices) {
        return new Students(
                new RecipeViewModel<>(
                        StudentRecipe.kind(),
                        parameters,
                        parameters.evaluationProperty(),
                        new StudentChoices(),
                        new NetworkCatalog().offered()),
                new EvaluationViewModel(
                        engine,
                        threads.fx(),
                        threads.nanoClock(),
                        new EvaluatedRunViewModel(synthesis, threads.fx(), threads.background(), notices),
                        parameters,
                        notices));
    }
}
