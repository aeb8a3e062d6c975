package org.dwastudio.ui.squeeze;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.config.squeeze.SqueezeOptimizer;
import org.dwastudio.config.squeeze.SqueezeOptimizer.Schedule;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.recipe.RecipePresetCard;
import org.dwastudio.ui.recipe.RecipeRows;
import org.dwastudio.ui.recipe.RecipeViewModel;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.stage.RunPhase;

/** The recipe of a squeeze: preset, network, training, augmentation, seed. It rests while a teacher is being trained. */
public final class TeacherRecipePanel {
    private final VBox node = new VBox();

    /**
     * Creates the panel.
     *
     * @param teachers the experiment's teacher with its summary, which a training can start from
     * @param squeeze what the squeeze is doing
     */
    public TeacherRecipePanel(
            RecipeViewModel<SqueezeConfig, SqueezeChoices> model,
            StartTeacher teachers,
            ObservableValue<RunPhase> squeeze,
            Messages texts,
            Disposables lifetime) {
        RecipeRows<SqueezeConfig> rows = new RecipeRows<>(model, texts, lifetime);
        SqueezeChoices choices = model.choices();
        node.setId("recipe");
        node.getStyleClass().add("parameter-panel");
        node.getChildren()
                .addAll(
                        new RecipePresetCard(model, texts, lifetime),
                        rows.group(
                                "network",
                                new StartFromRow(model, teachers, texts, lifetime).node(),
                                rows.architecture(),
                                rows.stem(),
                                rows.slider(SqueezeConfig.WIDTH)),
                        rows.group(
                                "training",
                                rows.slider(SqueezeConfig.EPOCHS),
                                rows.slider(SqueezeConfig.BATCH_SIZE),
                                rows.slider(SqueezeOptimizer.LEARNING_RATE),
                                rows.choice("schedule", Schedule.values(), choices.scheduleProperty()),
                                rows.slider(SqueezeOptimizer.WARM_UP_EPOCHS),
                                rows.slider(SqueezeOptimizer.MOMENTUM),
                                rows.onOrOff("nesterov", choices.nesterovProperty())),
                        rows.group(
                                "regularization",
                                rows.slider(SqueezeOptimizer.WEIGHT_DECAY),
                                rows.slider(SqueezeConfig.LABEL_SMOOTHING)),
                        rows.group(
                                "augmentation",
                                rows.augmentation(
                                        choices.cropProperty(),
                                        SqueezeConfig.CROP_PADDING,
                                        SqueezeConfig.SMALLEST_AREA,
                                        choices.horizontalFlipProperty())),
                        rows.group("draws", rows.seed()));
        lifetime.follow(squeeze, state -> node.setDisable(state.isActive()));
    }

    public VBox node() {
        return node;
    }
}
