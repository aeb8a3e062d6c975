package org.dwastudio.data;

import java.util.Arrays;

/** Index of images by their labels. */
public final class LabelIndex {
    private final int[] labels;
    /** Images sorted by label. */
    private final int[] images;
    /** Position of each label's first image, followed by the number of images. */
    private final int[] starts;

    /**
     * Creates an index.
     *
     * @param labels label of each image, from 0; handed over, not copied
     */
    public LabelIndex(int... labels) {
        this.labels = labels;
        int classes = Arrays.stream(labels).max().orElse(-1) + 1;
        starts = new int[classes + 1];
        for (int label : labels) {
            starts[label + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        images = new int[labels.length];
        int[] next = Arrays.copyOf(starts, classes);
        for (int image = 0; image < labels.length; image++) {
            images[next[labels[image]]++] = image;
        }
    }

    public int count() {
        return labels.length;
    }

    /** Returns the label of an image. */
    public int label(int image) {
        return labels[image];
    }

    /** Returns the images of a label, ascending; empty if there are none. */
    public int[] imagesOf(int label) {
        return label < starts.length - 1 ? Arrays.copyOfRange(images, starts[label], starts[label + 1]) : new int[0];
    }
}
