package org.dwastudio.ui.evaluation;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.EvaluationConfig.LabelKinds;
import org.dwastudio.config.EvaluationConfig.Loss;
import org.dwastudio.config.EvaluationConfig.Mix;
import org.dwastudio.config.EvaluationConfig.Optimizer;
import org.dwastudio.config.EvaluationConfig.Schedule;
import org.dwastudio.config.EvaluationConfig.SoftLabels;
import org.dwastudio.config.EvaluationParameter;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.recipe.RecipePresetCard;
import org.dwastudio.ui.recipe.RecipeRows;
import org.dwastudio.ui.recipe.RecipeViewModel;
import org.dwastudio.ui.screen.Messages;

/** Which run is evaluated, and the recipe of the students: preset, students, training, images, labels, measuring, seed. It rests while they are trained. */
public final class StudentRecipePanel {
    private static final String CONTRADICTION = "contradiction";

    private final RecipeViewModel<EvaluationConfig, StudentChoices> model;
    private final RecipeRows<EvaluationConfig> rows;
    private final Messages texts;
    private final Disposables lifetime;
    private final VBox node = new VBox();

    /** @param recipe as the experiment has it */
    public StudentRecipePanel(
            Students students,
            EvaluationHandlers actions,
            ObservableValue<EvaluationConfig> recipe,
            Messages texts,
            Disposables lifetime) {
        this.model = students.recipe();
        this.texts = texts;
        this.lifetime = lifetime;
        rows = new RecipeRows<>(model, texts, lifetime);
        VBox panel = new VBox();
        panel.setId("student-recipe");
        panel.getStyleClass().add("parameter-panel");
        panel.getChildren()
                .addAll(
                        new RecipePresetCard(model, texts, lifetime),
                        rows.group(
                                "students",
                                rows.slider(EvaluationParameter.STUDENTS),
                                rows.choice(
                                        "labels",
                                        LabelKinds.values(),
                                        model.choices().labelsProperty()),
                                rows.architecture(),
                                rows.stem(),
                                rows.slider(EvaluationParameter.WIDTH)),
                        training(),
                        images(),
                        labels(),
                        rows.group(
                                "measuring",
                                rows.slider(EvaluationParameter.AVERAGE_DECAY),
                                rows.slider(EvaluationParameter.MEASUREMENTS)),
                        rows.group("draws", rows.seed()));
        node.getStyleClass().add("evaluation-recipe");
        node.getChildren()
                .addAll(
                        new EvaluatedRunCard(
                                        students.evaluation().evaluated(),
                                        students.evaluation().work().stateProperty(),
                                        model.problems(),
                                        actions,
                                        texts,
                                        lifetime,
                                        new PlanLine(students.evaluation(), texts, lifetime).node())
                                .node(),
                        panel);
        lifetime.follow(students.evaluation().work().stateProperty(), state -> panel.setDisable(state.isActive()));
        lifetime.follow(recipe, this::showContradiction);
        lifetime.whenOver(() -> model.problems().remove(CONTRADICTION));
    }

    public VBox node() {
        return node;
    }

    private VBox training() {
        Node momentum = rows.slider(EvaluationParameter.MOMENTUM);
        lifetime.follow(
                model.choices().optimizerProperty(),
                optimizer -> RecipeRows.show(momentum, optimizer == Optimizer.SGD));
        return rows.group(
                "training",
                rows.slider(EvaluationParameter.EPOCHS),
                rows.slider(EvaluationParameter.BATCH_SIZE),
                rows.choice("optimizer", Optimizer.values(), model.choices().optimizerProperty()),
                rows.slider(EvaluationParameter.LEARNING_RATE),
                rows.choice("schedule", Schedule.values(), model.choices().scheduleProperty()),
                rows.slider(EvaluationParameter.WARM_UP_EPOCHS),
                momentum,
                rows.slider(EvaluationParameter.WEIGHT_DECAY));
    }

    private VBox images() {
        Node alpha = rows.slider(EvaluationParameter.MIX_ALPHA);
        lifetime.follow(model.choices().mixProperty(), mix -> RecipeRows.show(alpha, mix != Mix.NONE));
        VBox group = rows.group(
                "augmentation",
                rows.augmentation(
                        model.choices().cropProperty(),
                        EvaluationParameter.CROP_PADDING,
                        EvaluationParameter.SMALLEST_AREA,
                        model.choices().horizontalFlipProperty()));
        group.getChildren()
                .addAll(rows.choice("mix", Mix.values(), model.choices().mixProperty()), alpha);
        return group;
    }

    private VBox labels() {
        Node temperature = rows.slider(EvaluationParameter.TEMPERATURE);
        Node hardWeight = rows.slider(EvaluationParameter.HARD_WEIGHT);
        lifetime.follow(model.choices().lossProperty(), loss -> {
            RecipeRows.show(temperature, loss != Loss.MSE);
            RecipeRows.show(hardWeight, loss == Loss.MSE);
        });
        return rows.group(
                "labels",
                rows.choice("softLabels", SoftLabels.values(), model.choices().softLabelsProperty()),
                rows.choice("loss", Loss.values(), model.choices().lossProperty()),
                temperature,
                hardWeight);
    }

    /** Values that are allowed one by one: what to change is said where wrong numbers are. */
    private void showContradiction(EvaluationConfig recipe) {
        if (recipe.contradictions().isEmpty()) {
            model.problems().remove(CONTRADICTION);
        } else {
            model.problems()
                    .put(
                            CONTRADICTION,
                            texts.format(
                                    "evaluation.contradiction",
                                    Integer.toString(recipe.warmUpEpochs()),
                                    Integer.toString(recipe.epochs())));
        }
    }
}
