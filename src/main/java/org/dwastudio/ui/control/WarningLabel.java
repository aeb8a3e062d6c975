package org.dwastudio.ui.control;

import javafx.scene.control.Label;

/** Lines of a warning; hidden while there is none. */
public class WarningLabel extends Label {

    /** Creates a hidden warning. */
    public WarningLabel(String id) {
        setId(id);
        getStyleClass().add("warning-words");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        warn("");
    }

    /** Shows a warning; an empty one hides the label. */
    public final void warn(String words) {
        setText(words);
        Visibility.show(this, !words.isEmpty());
    }
}
