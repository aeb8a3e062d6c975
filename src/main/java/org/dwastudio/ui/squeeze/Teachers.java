package org.dwastudio.ui.squeeze;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.dwastudio.artifact.RunFolders;
import org.dwastudio.config.SqueezeConfig;
import org.dwastudio.network.NetworkCatalog;
import org.dwastudio.network.TeacherLibrary;
import org.dwastudio.pipeline.Engine;
import org.dwastudio.ui.dataset.DatasetViewModel;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.recipe.RecipeViewModel;
import org.dwastudio.ui.synthesis.ParametersViewModel;
import org.dwastudio.ui.synthesis.RunState;

/** All that the window knows of teachers beside the one in use: how they are trained, imported and kept. FX thread only. */
public record Teachers(
        RecipeViewModel<SqueezeConfig, SqueezeChoices> recipe,
        SqueezeViewModel squeeze,
        SqueezeEstimateViewModel estimate,
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

    /**
     * Wires them.
     *
     * @param others what the other stages are doing: the engine runs one thing after the other
     */
    public static Teachers on(
            Means means,
            ParametersViewModel parameters,
            DatasetViewModel dataset,
            List<? extends ObservableValue<RunState>> others,
            Notices notices) {
        SqueezeViewModel squeeze = new SqueezeViewModel(
                means.engine(),
                means.fx(),
                means.background(),
                means.nanoClock(),
                means.folders(),
                parameters,
                notices);
        List<ObservableValue<RunState>> all = new ArrayList<>(others);
        all.add(squeeze.stateProperty());
        ObservableValue<Boolean> busy = Bindings.createBooleanBinding(
                () -> all.stream().anyMatch(stage -> stage.getValue().isActive()), all.toArray(Observable[]::new));
        TeacherLibraryViewModel library = new TeacherLibraryViewModel(
                means.library(), parameters, means.reveal(), means.fx(), means.background(), notices);
        return new Teachers(
                new RecipeViewModel<>(
                        SqueezeRecipe.kind(),
                        parameters,
                        parameters.squeezeProperty(),
                        new SqueezeChoices(),
                        new NetworkCatalog().offered()),
                squeeze,
                new SqueezeEstimateViewModel(means.engine(), means.fx(), parameters, dataset, busy),
                library,
                new WeightsImportViewModel(means.engine(), means.fx(), parameters, library));
    }
}
