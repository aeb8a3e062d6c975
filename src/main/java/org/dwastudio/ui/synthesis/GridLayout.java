package org.dwastudio.ui.synthesis;

import java.util.List;

/**
 * The shape of the image grid.
 *
 * @param run counts the runs of this window, so that a new run is a new grid even in the same shape
 * @param classNames names of the rows
 * @param columns images of every class
 * @param height of an image in pixels
 * @param width of an image in pixels
 * @param channels 1 (gray) or 3 (color)
 */
public record GridLayout(int run, List<String> classNames, int columns, int height, int width, int channels) {
    public GridLayout {
        classNames = List.copyOf(classNames);
    }

    GridLayout withColumns(int other) {
        return new GridLayout(run, classNames, other, height, width, channels);
    }
}
