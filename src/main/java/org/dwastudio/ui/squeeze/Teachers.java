package org.dwastudio.ui.squeeze;

import org.dwastudio.stage.request.SqueezeRequest;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.dwastudio.config.SqueezeConfig;
import org.dwastudio.engine.Engine;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.run.RunFolders;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.ui.dataset.DatasetViewModel;
import org.dwastudio.ui.desktop.FileReveal;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.recipe.RecipeViewModel;
import org.dwastudio.ui.stage.EstimateViewModel;
import org.dwastudio.ui.teacher.TeacherLibraryViewModel;
import org.dwastudio.ui.teacher.WeightsImportViewModel;

/** All that the window knows of teachers beside the one in use: how they are trained, imported and kept. FX thread only. */
public record Teachers(
        RecipeViewModel<SqueezeConfig, SqueezeChoices> recipe,
        SqueezeViewModel squeeze,
        EstimateViewModel estimate,
        TeacherLibraryViewModel library,
        WeightsImportViewModel imports) {

    /**
     * What they work with.
     *
     * @param fx the JavaFX thread
     * @param background files are read and written here
     * @param nanoClock a time that never falls, in nanoseconds
     */
    public record Means(
            Engine engine,
            Executor fx,
            Executor background,
            LongSupplier nanoClock,
            RunFolders folders,
            TeacherLibrary library,
            FileReveal reveal) {}

    /** Wires them. */
    public static Teachers on(Means means, ParametersViewModel parameters, DatasetViewModel dataset, Notices notices) {
        SqueezeViewModel squeeze = new SqueezeViewModel(
                means.engine(),
                means.fx(),
                means.background(),
                means.nanoClock(),
                means.folders(),
                parameters,
                notices);
        TeacherLibraryViewModel library = new TeacherLibraryViewModel(
                means.library(), parameters, means.reveal(), means.fx(), means.background(), notices);
        EstimateViewModel estimate = new EstimateViewModel(
                () -> Optional.of(means.engine().estimate(SqueezeRequest.planned(parameters.experiment()))), means.fx());
        parameters.squeezeProperty().subscribe((old, now) -> estimate.outdate());
        dataset.factsProperty().subscribe((old, now) -> estimate.outdate());
        return new Teachers(
                new RecipeViewModel<>(
                        SqueezeRecipe.kind(),
                        parameters,
                        parameters.squeezeProperty(),
                        new SqueezeChoices(),
                        new NetworkCatalog().offered()),
                squeeze,
                estimate,
                library,
                new WeightsImportViewModel(means.engine(), means.fx(), parameters, library));
    }
}
