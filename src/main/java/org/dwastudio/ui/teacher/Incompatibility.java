package org.dwastudio.ui.teacher;

/**
 * Why a teacher can't be used with a dataset.
 *
 * @param kind in which way
 * @param teacher what it was made for; as the dataset where that is unreadable
 * @param dataset what it would get
 */
public record Incompatibility(Kind kind, Shape teacher, Shape dataset) {
    /** In which way they don't fit. */
    public enum Kind {
        /** The dataset could not be read. */
        UNREADABLE,
        /** As many classes as the other doesn't have. */
        CLASSES,
        /** The same number of classes, but images of another size or colour. */
        LOOK
    }

    /**
     * What images a network takes, and what it tells apart.
     *
     * @param classes how many
     * @param channels 1 or 3
     * @param imageSize height and width in pixels
     */
    public record Shape(int classes, int channels, int imageSize) {
        static final Shape NONE = new Shape(0, 0, 0);
    }
}
