package org.dwastudio.ui.control;

import javafx.scene.control.Tooltip;

/** Tooltip for sentences of help, which wrap. */
public final class HelpTooltip extends Tooltip {
    private static final double WIDTH = 340;

    public HelpTooltip(String help) {
        super(help);
        setWrapText(true);
        setMaxWidth(WIDTH);
    }
}
