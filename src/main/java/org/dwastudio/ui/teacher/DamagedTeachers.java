package org.dwastudio.ui.teacher;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.dwastudio.teacher.TeacherLibrary;
import org.dwastudio.ui.control.ActionButton;
import org.dwastudio.ui.control.StudioIcon;
import org.dwastudio.ui.control.Visibility;
import org.dwastudio.ui.fx.Disposables;
import org.dwastudio.ui.screen.Messages;

/** Files of the library that cannot be read, each with the reason. */
final class DamagedTeachers {
    private final TeacherLibraryViewModel model;
    private final Messages texts;
    private final VBox node = new VBox();

    DamagedTeachers(TeacherLibraryViewModel model, Messages texts, Disposables lifetime) {
        this.model = model;
        this.texts = texts;
        node.setId("damaged-teachers");
        node.getStyleClass().add("damaged-teachers");
        lifetime.follow(this::show, model.damaged());
    }

    VBox node() {
        return node;
    }

    private void show() {
        node.getChildren().setAll(model.damaged().stream().map(this::row).toList());
        Visibility.show(node, !model.damaged().isEmpty());
    }

    private HBox row(TeacherLibrary.Broken file) {
        Label words = new Label(texts.format("teacher.damaged.reason", file.problem()), StudioIcon.FAILED.node());
        words.getStyleClass().add("warning-words");
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(
                words,
                button("reveal", StudioIcon.OPEN, () -> model.reveal(file.file())),
                button("trash", StudioIcon.DELETE, () -> model.discard(file.file())));
        row.getStyleClass().add("name-row");
        return row;
    }

    private Button button(String key, StudioIcon icon, Runnable action) {
        return new ActionButton("damaged-" + key, texts.get("teacher.damaged." + key), icon, action);
    }
}
