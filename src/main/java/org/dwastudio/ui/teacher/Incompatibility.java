package org.dwastudio.ui.teacher;

/**
 * Reason why a teacher cannot be used with a dataset.
 *
 * @param kind kind of incompatibility
 * @param teacher shape that the teacher expects; {@code Shape.NONE} if the dataset is unreadable
 * @param dataset shape of the dataset; {@code Shape.NONE} if it is unreadable
 */
public record Incompatibility(Kind kind, Shape teacher, Shape dataset) {
    /** Kind of incompatibility. */
    public enum Kind {
        /** The dataset could not be read. */
        UNREADABLE,
        /** Different numbers of classes. */
        CLASSES,
        /** Equal numbers of classes, but different image sizes or channel counts. */
        LOOK
    }

    /**
     * Image format and number of classes of a network or dataset.
     *
     * @param classes number of classes
     * @param channels 1 or 3
     * @param imageSize height and width in pixels
     */
    public record Shape(int classes, int channels, int imageSize) {
        static final Shape NONE = new Shape(0, 0, 0);
    }
}
