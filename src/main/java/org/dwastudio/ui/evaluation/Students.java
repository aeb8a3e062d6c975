package org.dwastudio.ui.evaluation;

import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.engine.Engine;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.recipe.RecipeViewModel;
import org.dwastudio.ui.stage.EstimateViewModel;
import org.dwastudio.ui.synthesis.RunViewModel;

/** View models of the evaluation: the recipe of the students, their training and its estimate. FX thread only. */
public record Students(
        RecipeViewModel<EvaluationConfig, StudentChoices> recipe,
        EvaluationViewModel evaluation,
        EstimateViewModel estimate) {

    /**
     * Creates and connects the view models.
     *
     * @param synthesis whose images the students are trained on
     */
    public static Students on(
            Engine engine, Threads threads, ParametersViewModel parameters, RunViewModel synthesis, Notices notices) {
        EvaluationViewModel evaluation = new EvaluationViewModel(
                engine,
                threads.fx(),
                threads.nanoClock(),
                new EvaluatedRunViewModel(synthesis, threads.fx(), threads.background(), notices),
                parameters,
                notices);
        EstimateViewModel estimate = new EstimateViewModel(
                () -> evaluation
                        .evaluated()
                        .runProperty()
                        .get()
                        .map(run -> engine.estimate(EvaluationRequest.of(
                                run, parameters.evaluationProperty().get()))),
                threads.fx());
        evaluation.evaluated().runProperty().subscribe((old, now) -> estimate.outdate());
        parameters.evaluationProperty().subscribe((old, now) -> estimate.outdate());
        evaluation.work().stateProperty().subscribe((old, now) -> estimate.outdate());
        return new Students(
                new RecipeViewModel<>(
                        StudentRecipe.kind(),
                        parameters,
                        parameters.evaluationProperty(),
                        new StudentChoices(),
                        new NetworkCatalog().offered()),
                evaluation,
                estimate);
    }
}
