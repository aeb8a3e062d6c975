package org.dwastudio.ui.control;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Figure that can be read at a glance: a small caption above a large value, such as “total loss 0.512”. */
public final class FigureTile extends VBox {
    private final Label caption = new Label();
    private final Label value = new Label();
    private final Label detail = new Label();

    /**
     * Creates a tile.
     *
     * @param caption name of the quantity
     * @param value figure as formatted text
     */
    public FigureTile(String caption, String value) {
        getStyleClass().addAll("studio-card", "figure-tile");
        this.caption.getStyleClass().add("figure-caption");
        this.value.getStyleClass().add("figure-value");
        this.caption.setText(caption);
        this.value.setText(value);
        accessibleTextProperty().bind(Bindings.concat(captionProperty(), " ", valueProperty()));
        detail.getStyleClass().add("figure-caption");
        detail.textProperty().subscribe(text -> Visibility.show(detail, !text.isEmpty()));
        getChildren().addAll(this.caption, this.value, detail);
    }

    public StringProperty captionProperty() {
        return caption.textProperty();
    }

    public StringProperty valueProperty() {
        return value.textProperty();
    }

    /** Returns the line below the value, which is hidden while it is empty. */
    public StringProperty detailProperty() {
        return detail.textProperty();
    }
}
