package org.dwastudio.ui.squeeze;

import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.squeeze.SqueezeConfig;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.recipe.RecipeViewModel;
import org.dwastudio.ui.screen.Messages;
import org.dwastudio.ui.screen.SettingRow;

/** Row that selects the weights of the first step: random ones, or those of the experiment's teacher. */
final class StartFromRow {
    private final RecipeViewModel<SqueezeConfig, SqueezeChoices> model;
    private final StartTeacher teacher;
    private final Messages texts;
    private final MenuButton button = new MenuButton();
    private final SettingRow node;

    /**
     * Creates the row.
     *
     * @param teacher the experiment's teacher
     */
    StartFromRow(
            RecipeViewModel<SqueezeConfig, SqueezeChoices> model,
            StartTeacher teacher,
            Messages texts,
            Disposables lifetime) {
        this.model = model;
        this.teacher = teacher;
        this.texts = texts;
        button.setId("squeeze-startFrom");
        button.getStyleClass().add("choice-button");
        lifetime.follow(this::show, model.choices().startFromProperty(), teacher.config(), teacher.facts());
        node = new SettingRow(
                "squeeze.startFrom",
                texts,
                button,
                model.isChanged(model.choices().startFromProperty()));
    }

    SettingRow node() {
        return node;
    }

    private void show() {
        String chosen = model.choices().startFromProperty().get();
        button.setText(chosen.isEmpty() ? texts.get("squeeze.startFrom.random") : fileName(chosen));
        MenuItem random = new MenuItem(texts.get("squeeze.startFrom.random"));
        random.setOnAction(event -> model.choices().startFromProperty().set(""));
        MenuItem current = new MenuItem(texts.format(
                "squeeze.startFrom.teacher",
                fileName(teacher.config().getValue().weights())));
        Optional<TeacherSummary> summary = teacher.facts().getValue().value();
        current.setDisable(summary.isEmpty());
        summary.ifPresent(found -> current.setOnAction(event -> start(found.network())));
        button.getItems().setAll(random, current);
    }

    /** Takes the weights of the teacher, and its network, which they fit. */
    private void start(NetworkConfig network) {
        model.choices().architectureProperty().set(network.architecture());
        model.choices().stemProperty().set(network.stem());
        model.valueOf(SqueezeConfig.WIDTH).set(network.width());
        model.choices().startFromProperty().set(teacher.config().getValue().weights());
    }

    private static String fileName(String source) {
        return source.replaceFirst("^.*[/\\\\]", "");
    }
}
