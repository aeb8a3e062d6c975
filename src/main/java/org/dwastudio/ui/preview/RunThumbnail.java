package org.dwastudio.ui.preview;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.ui.control.PixelSurface;
import org.dwastudio.ui.control.Tint;
import org.dwastudio.ui.preview.RunImages.PlacedImage;

/**
 * The first images of a run on a small area, which is transparent between them. They are read in the background. FX
 * thread only.
 */
public final class RunThumbnail extends Region {
    /** Pixels for a sharp screen. */
    private static final int SCALE = 2;

    private static final int GAP = 2;

    private final RunImagesReader reader;
    private final PreviewSize most;
    private final double width;
    private final double height;
    private final ImageView view = new ImageView();
    private Optional<Path> shown = Optional.empty();

    /** @param most rows and columns that can be recognized on this area */
    public RunThumbnail(RunImagesReader reader, PreviewSize most, double width, double height) {
        this.reader = reader;
        this.most = most;
        this.width = width;
        this.height = height;
        getStyleClass().add("run-thumbnail");
        setMinSize(width, height);
        setPrefSize(width, height);
        view.setManaged(false);
        getChildren().add(view);
    }

    /** Shows the images of a run folder. */
    public void setRun(Optional<Path> run) {
        if (run.equals(shown)) {
            return;
        }
        shown = run;
        view.setImage(null);
        run.ifPresent(folder -> reader.read(folder, most, images -> {
            // Another run may be shown meanwhile.
            if (shown.equals(run)) {
                view.setImage(images.map(this::drawn).orElse(null));
                requestLayout();
            }
        }));
    }

    private Image drawn(RunImages run) {
        ImageBatch example = run.images().get(0).image();
        int rows = run.classNames().size();
        int columns = run.columns();
        double scale = Math.min(
                (SCALE * width - GAP * (columns - 1)) / (columns * (double) example.width()),
                (SCALE * height - GAP * (rows - 1)) / (rows * (double) example.height()));
        int tileWidth = (int) Math.max(1, example.width() * scale);
        int tileHeight = (int) Math.max(1, example.height() * scale);
        PixelSurface surface = new PixelSurface(columns * (tileWidth + GAP) - GAP, rows * (tileHeight + GAP) - GAP);
        for (PlacedImage placed : run.images()) {
            int x = placed.column() * (tileWidth + GAP);
            int y = placed.row() * (tileHeight + GAP);
            surface.draw(placed.image(), 0, x, y, tileWidth, tileHeight, Tint.plain());
        }
        surface.show(0, 0, surface.width(), surface.height());
        return surface.image();
    }

    @Override
    protected void layoutChildren() {
        Image image = view.getImage();
        if (image != null) {
            double shownWidth = image.getWidth() / SCALE;
            double shownHeight = image.getHeight() / SCALE;
            view.setFitWidth(shownWidth);
            view.setFitHeight(shownHeight);
            view.relocate(Math.floor((getWidth() - shownWidth) / 2), Math.floor((getHeight() - shownHeight) / 2));
        }
    }
}
