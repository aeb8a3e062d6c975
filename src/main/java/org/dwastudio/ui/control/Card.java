package org.dwastudio.ui.control;

import javafx.beans.property.StringProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Framed block with a bold title, optional nodes at the title's right (a picker, a link), an optional muted line below,
 * and content.
 */
public final class Card extends VBox {
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final HBox header;

    /**
     * Creates a card.
     *
     * @param title bold first line
     * @param content nodes below title and subtitle, top to bottom
     */
    public Card(String title, Node... content) {
        getStyleClass().add("studio-card");
        this.title.setText(title);
        this.title.getStyleClass().add("card-title");
        subtitle.getStyleClass().add("card-subtitle");
        subtitle.setWrapText(true);
        subtitle.setMinHeight(USE_PREF_SIZE);
        subtitle.managedProperty().bind(subtitle.textProperty().isNotEmpty());
        subtitle.visibleProperty().bind(subtitle.managedProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        header = new HBox(this.title, space);
        header.getStyleClass().add("card-header");
        getChildren().addAll(header, subtitle);
        getChildren().addAll(content);
    }

    /** Adds a node at the right end of the title's line, after those already there. */
    public void addAside(Node node) {
        header.getChildren().add(node);
    }

    /** Adds a menu at the right end of the title's line; a click anywhere on that line opens it. */
    public void addPicker(MenuButton picker) {
        addAside(picker);
        header.setCursor(Cursor.HAND);
        header.setOnMouseClicked(click -> picker.show());
    }

    public StringProperty titleProperty() {
        return title.textProperty();
    }

    /** Returns the muted line under the title; empty text leaves no gap. */
    public StringProperty subtitleProperty() {
        return subtitle.textProperty();
    }
}
