package org.dwastudio.stage.synthesis.start;

import java.util.List;
import org.dwastudio.image.CropBox;
import org.dwastudio.image.ImageBatch;

/**
 * Division of a square image into N × N tiles, row by row. If the side is no multiple of N, the first rows and columns are
 * one pixel larger.
 *
 * @param size side of the image in pixels, at least N
 * @param tiles N, tiles along each side
 */
record MosaicGrid(int size, int tiles) {
    /** Returns the number of tiles of an image, N². */
    int count() {
        return tiles * tiles;
    }

    /** Returns the side of the smallest tile in pixels. */
    int smallest() {
        return size / tiles;
    }

    /** Returns the place of a tile. */
    CropBox tile(int number) {
        int row = number / tiles;
        int column = number % tiles;
        return new CropBox(start(row), start(column), length(row), length(column), false);
    }

    private int start(int place) {
        return place * smallest() + Math.min(place, size % tiles);
    }

    private int length(int place) {
        return smallest() + (place < size % tiles ? 1 : 0);
    }

    /**
     * Puts tiles together.
     *
     * @param parts one image for every tile, each of its size
     * @return [1, size, size, C]
     */
    ImageBatch joined(List<ImageBatch> parts) {
        int channels = parts.get(0).channels();
        byte[] pixels = new byte[size * size * channels];
        for (int number = 0; number < parts.size(); number++) {
            CropBox place = tile(number);
            int row = place.width() * channels;
            for (int y = 0; y < place.height(); y++) {
                int to = ((place.top() + y) * size + place.left()) * channels;
                System.arraycopy(parts.get(number).bytes(), y * row, pixels, to, row);
            }
        }
        return new ImageBatch(1, size, size, channels, pixels);
    }
}
