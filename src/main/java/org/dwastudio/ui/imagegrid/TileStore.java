package org.dwastudio.ui.imagegrid;

import java.util.Arrays;
import java.util.Optional;
import org.dwastudio.event.ColumnState;
import org.dwastudio.image.ImageBatch;

/** Images of a grid and the states of its columns. Batches are kept, not copied. */
final class TileStore {
    private final int rows;
    private final int columns;
    private final int height;
    private final int width;
    private final int channels;
    private final ImageBatch[] blocks;
    private final int[] indices;
    private final ColumnState[] states;

    TileStore(int rows, int columns, int height, int width, int channels) {
        if (rows < 0 || columns < 0 || height < 1 || width < 1 || (channels != 1 && channels != 3)) {
            throw new IllegalArgumentException("a grid of " + rows + "×" + columns + " images of " + height + "×"
                    + width + "×" + channels + " cannot be shown: sizes must be positive, channels 1 or 3");
        }
        this.rows = rows;
        this.columns = columns;
        this.height = height;
        this.width = width;
        this.channels = channels;
        blocks = new ImageBatch[rows * columns];
        indices = new int[rows * columns];
        states = new ColumnState[columns];
        Arrays.fill(states, ColumnState.WAITING);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    boolean isEmpty() {
        return rows == 0 || columns == 0;
    }

    void put(int column, int firstRow, ImageBatch images) {
        boolean fits = column >= 0 && column < columns && firstRow >= 0 && firstRow + images.count() <= rows;
        boolean sameShape = images.height() == height && images.width() == width && images.channels() == channels;
        if (!fits || !sameShape) {
            throw new IllegalArgumentException(images.count() + " images of " + images.height() + "×"
                    + images.width() + "×" + images.channels() + " from class " + firstRow
                    + " on do not fit column "
                    + column + " of a grid of " + rows + "×" + columns + " images of " + height + "×" + width + "×"
                    + channels);
        }
        for (int i = 0; i < images.count(); i++) {
            int tile = (firstRow + i) * columns + column;
            blocks[tile] = images;
            indices[tile] = i;
        }
    }

    boolean has(int row, int column) {
        return blocks[row * columns + column] != null;
    }

    ImageBatch block(int row, int column) {
        return blocks[row * columns + column];
    }

    int indexInBlock(int row, int column) {
        return indices[row * columns + column];
    }

    ColumnState state(int column) {
        return states[column];
    }

    void setState(int column, ColumnState state) {
        states[column] = state;
    }

    Optional<ImageBatch> copyOf(Tile tile) {
        boolean inside = tile.row() >= 0 && tile.row() < rows && tile.column() >= 0 && tile.column() < columns;
        if (!inside || !has(tile.row(), tile.column())) {
            return Optional.empty();
        }
        int size = height * width * channels;
        int start = indexInBlock(tile.row(), tile.column()) * size;
        byte[] bytes = block(tile.row(), tile.column()).bytes();
        return Optional.of(new ImageBatch(1, height, width, channels, Arrays.copyOfRange(bytes, start, start + size)));
    }
}
