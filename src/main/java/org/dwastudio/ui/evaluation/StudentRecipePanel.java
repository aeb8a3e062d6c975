package org.dwastudio.ui.evaluation;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.config.evaluation.EvaluationOptimizer;
import org.dwastudio.config.evaluation.EvaluationOptimizer.Kind;
import org.dwastudio.config.evaluation.EvaluationOptimizer.Schedule;
import org.dwastudio.config.evaluation.Measuring;
import org.dwastudio.config.evaluation.Mixing;
import org.dwastudio.config.evaluation.Mixing.Mix;
import org.dwastudio.config.evaluation.StudentLabels;
import org.dwastudio.config.evaluation.StudentLabels.LabelKinds;
import org.dwastudio.config.evaluation.StudentLabels.Loss;
import org.dwastudio.config.evaluation.StudentLabels.SoftLabels;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.recipe.RecipePresetCard;
import org.dwastudio.ui.recipe.RecipeRows;
import org.dwastudio.ui.recipe.RecipeViewModel;
import org.dwastudio.ui.screen.Messages;

/**
 * Panel of the evaluated run and of the students' recipe: preset, students, training, images, labels, measuring, seed.
 * Disabled while students are trained.
 */
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
                                rows.slider(EvaluationConfig.STUDENTS),
                                rows.choice(
                                        "labels",
                                        LabelKinds.values(),
                                        model.choices().labelsProperty()),
                                rows.architecture(),
                                rows.stem(),
                                rows.slider(EvaluationConfig.WIDTH)),
                        training(),
                        images(),
                        labels(),
                        rows.group(
                                "measuring", rows.slider(Measuring.AVERAGE_DECAY), rows.slider(Measuring.MEASUREMENTS)),
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
        lifetime.onEnd(() -> model.problems().remove(CONTRADICTION));
    }

    public VBox node() {
        return node;
    }

    private VBox training() {
        Node momentum = rows.slider(EvaluationOptimizer.MOMENTUM);
        lifetime.follow(
                model.choices().optimizerProperty(), optimizer -> Visibility.show(momentum, optimizer == Kind.SGD));
        return rows.group(
                "training",
                rows.slider(EvaluationConfig.EPOCHS),
                rows.slider(EvaluationConfig.BATCH_SIZE),
                rows.choice("optimizer", Kind.values(), model.choices().optimizerProperty()),
                rows.slider(EvaluationOptimizer.LEARNING_RATE),
                rows.choice("schedule", Schedule.values(), model.choices().scheduleProperty()),
                rows.slider(EvaluationOptimizer.WARM_UP_EPOCHS),
                momentum,
                rows.slider(EvaluationOptimizer.WEIGHT_DECAY));
    }

    private VBox images() {
        Node alpha = rows.slider(Mixing.ALPHA);
        lifetime.follow(model.choices().mixProperty(), mix -> Visibility.show(alpha, mix != Mix.NONE));
        VBox group = rows.group(
                "augmentation",
                rows.augmentation(
                        model.choices().cropProperty(),
                        EvaluationConfig.CROP_PADDING,
                        EvaluationConfig.SMALLEST_AREA,
                        model.choices().horizontalFlipProperty()));
        group.getChildren()
                .addAll(
                        rows.choice("mix", Mix.values(), model.choices().mixProperty()),
                        alpha,
                        rows.onOrOff("withoutAugmentation", model.choices().withoutAugmentationProperty()));
        return group;
    }

    private VBox labels() {
        Node temperature = rows.slider(StudentLabels.TEMPERATURE);
        Node hardWeight = rows.slider(StudentLabels.HARD_WEIGHT);
        lifetime.follow(model.choices().lossProperty(), loss -> {
            Visibility.show(temperature, loss != Loss.MSE);
            Visibility.show(hardWeight, loss == Loss.MSE);
        });
        return rows.group(
                "labels",
                rows.choice("softLabels", SoftLabels.values(), model.choices().softLabelsProperty()),
                rows.choice("loss", Loss.values(), model.choices().lossProperty()),
                temperature,
                hardWeight);
    }

    /** Shows a contradiction between values that are valid on their own, in the place of invalid numbers. */
    private void showContradiction(EvaluationConfig recipe) {
        if (recipe.contradictions().isEmpty()) {
            model.problems().remove(CONTRADICTION);
        } else {
            model.problems()
                    .put(
                            CONTRADICTION,
                            texts.format(
                                    "evaluation.contradiction",
                                    recipe.optimizer().warmUpEpochs(),
                                    recipe.epochs()));
        }
    }
}
