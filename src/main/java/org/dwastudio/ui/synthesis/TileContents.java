package org.dwastudio.ui.synthesis;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.dwastudio.image.ImageBatch;

/** Content of the tiles of the grid: which one is chosen, and what it consists of. FX thread only. */
public final class TileContents {
    private static final int COLOR = 3;

    private final ObjectProperty<GridContent> chosen = new SimpleObjectProperty<>(this, "chosen", GridContent.IMAGES);
    private final ObservableMap<ColumnSlice, ImageBatch> nearest = FXCollections.observableHashMap();

    /** Returns what the tiles show. */
    public ObjectProperty<GridContent> chosenProperty() {
        return chosen;
    }

    /** Returns the nearest real image of each image of a slice, in the size of the grid, where they are known. */
    public ObservableMap<ColumnSlice, ImageBatch> nearest() {
        return nearest;
    }

    /**
     * Returns the tiles of a slice.
     *
     * @param start start images of the slice, if they are known
     */
    ImageBatch tilesOf(ColumnSlice slice, ImageBatch images, Optional<ImageBatch> start) {
        return switch (chosen.get()) {
            case IMAGES -> images;
            case CHANGE ->
                start.map(known -> ChangeImages.of(images, known)).orElseGet(() -> ChangeImages.none(images));
            case NEAREST ->
                Optional.ofNullable(nearest.get(slice))
                        .filter(real -> real.bytes().length == images.bytes().length)
                        .map(real -> PairImages.of(images, real))
                        .orElseGet(() -> PairImages.withoutRight(images));
        };
    }

    /** Returns the width of a tile for images of a width. */
    int widthOf(int width) {
        return chosen.get() == GridContent.NEAREST ? 2 * width : width;
    }

    /** Returns the channels of a tile for images with some channels. */
    int channelsOf(int channels) {
        return chosen.get() == GridContent.CHANGE ? COLOR : channels;
    }
}
