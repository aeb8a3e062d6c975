package org.dwastudio.ui.control;

import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.fx.PulseThrottle;
import org.jspecify.annotations.Nullable;

/** View of one image, enlarged as far as its space allows, with sharp square pixels. FX thread only. */
public final class PixelView extends Region {
    private final ImageView view = new ImageView();
    private final PulseThrottle repaint = new PulseThrottle(this::paint);
    private @Nullable ImageBatch shown;
    private int shownIndex;

    /**
     * Creates an empty view.
     *
     * @param side preferred width and height, in screen pixels
     */
    public PixelView(double side) {
        getStyleClass().add("pixel-view");
        setMinSize(side, side);
        setPrefSize(side, side);
        setMaxSize(side, side);
        view.setManaged(false);
        view.setSmooth(false);
        getChildren().add(view);
    }

    /** Shows one image of a batch. */
    public void setImage(ImageBatch block, int index) {
        if (index < 0 || index >= block.count()) {
            throw new IllegalArgumentException("image " + index + " of a block of " + block.count());
        }
        shown = block;
        shownIndex = index;
        repaint.request();
    }

    /** Shows nothing. */
    public void clear() {
        shown = null;
        repaint.request();
    }

    @Override
    protected void layoutChildren() {
        repaint.request();
    }

    private void paint() {
        if (shown == null) {
            view.setImage(null);
            return;
        }
        double scale = Math.min(getWidth() / shown.width(), getHeight() / shown.height());
        double crisp = scale >= 1 ? Math.floor(scale) : scale;
        int width = (int) Math.max(1, shown.width() * crisp);
        int height = (int) Math.max(1, shown.height() * crisp);
        PixelSurface surface = new PixelSurface(width, height);
        surface.draw(shown, shownIndex, 0, 0, width, height, Tint.plain());
        surface.show(0, 0, width, height);
        view.setImage(surface.image());
        view.relocate(Math.floor((getWidth() - width) / 2), Math.floor((getHeight() - height) / 2));
    }
}
