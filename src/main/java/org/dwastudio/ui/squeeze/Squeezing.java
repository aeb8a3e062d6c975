package org.dwastudio.ui.squeeze;

import java.util.Optional;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.engine.Engine;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.run.RunFolders;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.ui.dataset.DatasetViewModel;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.recipe.RecipeViewModel;
import org.dwastudio.ui.stage.EstimateViewModel;

/** View models of the training of teachers: recipe, training and estimate. FX thread only. */
public record Squeezing(
        RecipeViewModel<SqueezeConfig, SqueezeChoices> recipe, SqueezeViewModel squeeze, EstimateViewModel estimate) {

    /**
     * Creates and connects the view models.
     *
     * @param dataset that teachers are trained on
     */
    public static Squeezing on(
            Engine engine,
            Threads threads,
            RunFolders folders,
            ParametersViewModel parameters,
            DatasetViewModel dataset,
            Notices notices) {
        EstimateViewModel estimate = new EstimateViewModel(
                () -> Optional.of(engine.estimate(SqueezeRequest.planned(parameters.experiment()))), threads.fx());
        parameters.squeezeProperty().subscribe((old, now) -> estimate.outdate());
        dataset.factsProperty().subscribe((old, now) -> estimate.outdate());
        return new Squeezing(
                new RecipeViewModel<>(
                        SqueezeRecipe.kind(),
                        parameters,
                        parameters.squeezeProperty(),
                        new SqueezeChoices(),
                        new NetworkCatalog().offered()),
                new SqueezeViewModel(engine, threads, folders, parameters, notices),
                estimate);
    }
}
