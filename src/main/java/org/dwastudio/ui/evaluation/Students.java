package org.dwastudio.ui.evaluation;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.engine.Engine;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.recipe.RecipeViewModel;
import org.dwastudio.ui.synthesis.RunViewModel;

/** All that the window knows of students: how they are trained and what they did. FX thread only. */
public record Students(RecipeViewModel<EvaluationConfig, StudentChoices> recipe, EvaluationViewModel evaluation) {

    /**
     * What they work with.
     *
     * @param fx the JavaFX thread
     * @param background folders are read here
     * @param nanoClock a time that never falls, in nanoseconds
     */
    public record Means(Engine engine, Executor fx, Executor background, LongSupplier nanoClock) {}

    /**
     * Wires them.
     *
     * @param synthesis whose pictures they are trained on
     */
    public static Students on(Means means, ParametersViewModel parameters, RunViewModel synthesis, Notices notices) {
        return new Students(
                new RecipeViewModel<>(
                        StudentRecipe.kind(),
                        parameters,
                        parameters.evaluationProperty(),
                        new StudentChoices(),
                        new NetworkCatalog().offered()),
                new EvaluationViewModel(
                        means.engine(),
                        means.fx(),
                        means.nanoClock(),
                        new EvaluatedRunViewModel(synthesis, means.fx(), means.background(), notices),
                        parameters,
                        notices));
    }
}
