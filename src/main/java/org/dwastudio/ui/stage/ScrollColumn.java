package org.dwastudio.ui.stage;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** A column of cards that scrolls vertically. */
public final class ScrollColumn extends ScrollPane {
    private ScrollColumn(VBox content) {
        super(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getStyleClass().add("experiment-scroll");
    }

    /** Creates the column of settings at the left of a page. */
    public static ScrollColumn ofSettings(Node... parts) {
        VBox content = new VBox(parts);
        content.getStyleClass().add("experiment");
        return new ScrollColumn(content);
    }

    /**
     * Creates the column at the right of a page.
     *
     * @param styleClasses further style classes
     */
    public static ScrollColumn ofSide(VBox content, String... styleClasses) {
        ScrollColumn column = new ScrollColumn(content);
        column.getStyleClass().add("side-scroll");
        column.getStyleClass().addAll(styleClasses);
        return column;
    }
}
