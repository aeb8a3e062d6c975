package org.dwastudio.ui.control;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** Button of a page or dialog that runs one action. Its text is never shortened. */
public final class ActionButton extends Button {
    /**
     * Creates a button with an icon.
     *
     * @param id identifier within its page
     */
    public ActionButton(String id, String text, StudioIcon icon, Runnable action) {
        super(text, icon.node());
        setId(id);
        getStyleClass().add("run-button");
        setMinWidth(Region.USE_PREF_SIZE);
        setOnAction(event -> action.run());
    }

    /** Marks the action that a user most likely wants next. */
    public ActionButton likely() {
        getStyleClass().add("likely");
        return this;
    }

    /** Makes the button as small as a line of text. */
    public ActionButton small() {
        getStyleClass().add("small-button");
        return this;
    }
}
