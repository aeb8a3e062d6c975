package org.dwastudio.ui.desktop;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The system clipboard, for text. FX thread only. */
public record TextClipboard() {

    /** Replaces the content of the clipboard. */
    public void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
