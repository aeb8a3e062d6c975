package org.dwastudio.ui.synthesis;

import java.util.function.Consumer;
import org.dwastudio.ui.desktop.PathPicker;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.screen.Messages;

/** Views of single images of the grid: the context menu, and the text of the tooltip. */
public final class TileViews {
    private final TileViewModel model;
    private final TileText text;
    private final TileMenu menu;

    /** @param animate offers the animation of an image */
    public TileViews(TileViewModel model, Consumer<Tile> animate, PathPicker picker, Messages texts) {
        this.model = model;
        text = new TileText(texts);
        menu = new TileMenu(model, animate, picker, texts);
    }

    TileMenu menu() {
        return menu;
    }

    String describe(Tile tile) {
        return text.of(model.factsOf(tile));
    }
}
