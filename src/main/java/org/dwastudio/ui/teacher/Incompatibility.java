package org.dwastudio.ui.teacher;

/**
 * Reason why a teacher cannot be used with a dataset.
 *
 * @param kind kind of incompatibility
 * @param teacher shape that the teacher expects; {@code Shape.NONE} if the dataset is unreadable
 * @param dataset shape of the dataset; {@code Shape.NONE} if it is unreadable
 * @param trainedOn name of the dataset that the teacher was trained on; empty if it is unknown
 */
public record Incompatibility(Kind kind, Shape teacher, Shape dataset, String trainedOn) {
    /** Kind of incompatibility. */
    public enum Kind {
        /** The dataset could not be read. */
        UNREADABLE,
        /** Different numbers of classes. */
        CLASSES,
        /** Equal shapes, but the teacher was trained on other classes. */
        OTHER_CLASSES,
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
