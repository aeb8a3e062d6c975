package org.dwastudio.ui.parameter;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.dwastudio.config.synthesis.Matching.Method;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Rows that have no effect with distribution matching: they are disabled, with a note below them, while it is the method. */
final class WithoutMatching extends VBox {
    WithoutMatching(List<? extends Node> rows, ParametersViewModel model, Messages texts, Disposables lifetime) {
        getStyleClass().add("parameter-group");
        VBox disabled = new VBox();
        disabled.getStyleClass().add("parameter-group");
        disabled.getChildren().addAll(rows);
        Label note = new Label(texts.get("parameter.withoutEffect"));
        note.getStyleClass().addAll("muted", "without-effect");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(disabled, note);
        lifetime.follow(model.choices().methodProperty(), method -> {
            boolean matching = method == Method.DISTRIBUTION_MATCHING;
            disabled.setDisable(matching);
            Visibility.show(note, matching);
        });
    }
}
