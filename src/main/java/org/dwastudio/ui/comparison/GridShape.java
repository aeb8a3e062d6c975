package org.dwastudio.ui.comparison;

import java.util.List;

/**
 * Shape of the image grid of a run.
 *
 * @param classNames names in label order
 * @param columns number of columns
 * @param height height of an image in pixels
 * @param width width of an image in pixels
 * @param channels 1 (gray) or 3 (color)
 */
record GridShape(List<String> classNames, int columns, int height, int width, int channels) {
    static final GridShape NONE = new GridShape(List.of(), 0, 1, 1, 1);

    GridShape {
        classNames = List.copyOf(classNames);
    }

    /** Returns the same shape with other names of the classes. */
    GridShape withClassNames(List<String> names) {
        return new GridShape(names, columns, height, width, channels);
    }
}
