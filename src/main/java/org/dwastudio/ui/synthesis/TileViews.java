package org.dwastudio.ui.synthesis;

import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.screen.Messages;

/** Views of single images of the grid: the context menu, and the text of the tooltip. */
public final class TileViews {
    private final TileViewModel model;
    private final TileText text;
    private final TileMenu menu;

    public TileViews(TileViewModel model, PathPicker picker, Messages texts) {
        this.model = model;
        text = new TileText(texts);
        menu = new TileMenu(model, picker, texts);
    }

    TileMenu menu() {
        return menu;
    }

    String describe(Tile tile) {
        return text.of(model.factsOf(tile));
    }
}
