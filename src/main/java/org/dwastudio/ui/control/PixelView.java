package org.dwastudio.ui.control;

import javafx.scene.layout.Region;
import org.dwastudio.event.PixelBlock;

/** One picture, enlarged as far as its place allows, with crisp square pixels. FX thread only. */
public final class PixelView extends Region {
    /** @param side the preferred width and height, in pixels of the screen */
    public PixelView(double side) {
        getStyleClass().add("pixel-view");
        setPrefSize(side, side);
    }

    /** Shows one picture of a block. */
    public void setPicture(PixelBlock block, int index) {}

    /** Shows nothing. */
    public void clear() {}
}
