package org.dwastudio.ui.relabel;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.Mixing;
import org.dwastudio.config.evaluation.Mixing.Mix;
import org.dwastudio.config.evaluation.StudentLabels.SoftLabels;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.evaluation.EvaluatedRunCard;
import org.dwastudio.ui.evaluation.EvaluationHandlers;
import org.dwastudio.ui.evaluation.StudentChoices;
import org.dwastudio.ui.evaluation.Students;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.recipe.RecipeRows;
import org.dwastudio.ui.recipe.RecipeViewModel;
import org.dwastudio.ui.screen.Messages;

/** Panel of the labeled run and of the recipe's settings that affect the views. Disabled while the stage runs. */
public final class LabelRecipePanel {
    private final VBox node = new VBox();

    public LabelRecipePanel(
            RelabelViewModel relabel,
            Students students,
            EvaluationHandlers actions,
            Messages texts,
            Disposables lifetime) {
        RecipeViewModel<EvaluationConfig, StudentChoices> recipe = students.recipe();
        RecipeRows<EvaluationConfig> rows = new RecipeRows<>(recipe, texts, lifetime);
        VBox use = rows.group(
                "labels",
                rows.choice("softLabels", SoftLabels.values(), recipe.choices().softLabelsProperty()));
        VBox passes =
                rows.group("training", rows.slider(EvaluationConfig.EPOCHS), rows.slider(EvaluationConfig.BATCH_SIZE));
        VBox images = rows.group(
                "augmentation",
                rows.augmentation(
                        recipe.choices().cropProperty(),
                        EvaluationConfig.CROP_PADDING,
                        EvaluationConfig.SMALLEST_AREA,
                        recipe.choices().horizontalFlipProperty()));
        Node alpha = rows.slider(Mixing.ALPHA);
        lifetime.follow(recipe.choices().mixProperty(), mix -> Visibility.show(alpha, mix != Mix.NONE));
        images.getChildren()
                .addAll(rows.choice("mix", Mix.values(), recipe.choices().mixProperty()), alpha);
        VBox panel = new VBox(use, passes, images, rows.group("draws", rows.seed()));
        panel.setId("label-recipe");
        panel.getStyleClass().add("parameter-panel");
        node.getStyleClass().add("evaluation-recipe");
        node.getChildren()
                .addAll(
                        new EvaluatedRunCard(
                                        relabel.labeledRun(),
                                        relabel.work().stateProperty(),
                                        students.recipe().problems(),
                                        actions,
                                        texts,
                                        lifetime)
                                .node(),
                        panel);
        lifetime.follow(relabel.work().stateProperty(), state -> panel.setDisable(state.isActive()));
    }

    public VBox node() {
        return node;
    }
}
