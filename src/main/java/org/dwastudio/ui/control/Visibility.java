package org.dwastudio.ui.control;

import javafx.scene.Node;

/** Visibility of a part of the window together with its space in the layout. */
public final class Visibility {
    private Visibility() {}

    /** Shows or hides a part; a hidden part takes no space in the layout. */
    public static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
