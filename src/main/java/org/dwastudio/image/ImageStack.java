package org.dwastudio.image;

/** Batch of images of one shape that is filled image by image. */
public final class ImageStack {
    private final ImageBatch images;
    private int filled;

    private ImageStack(ImageBatch images) {
        this.images = images;
    }

    /** Returns an empty stack of square images. */
    public static ImageStack ofSquares(int count, int size, int channels) {
        return new ImageStack(new ImageBatch(count, size, size, channels, new byte[count * size * size * channels]));
    }

    /** Returns an empty stack of images that have the shape of the given one. */
    public static ImageStack like(ImageBatch image, int count) {
        int height = image.height();
        int width = image.width();
        int channels = image.channels();
        byte[] bytes = new byte[Math.multiplyExact(count, height * width * channels)];
        return new ImageStack(new ImageBatch(count, height, width, channels, bytes));
    }

    /** Returns true if an image has the shape of this stack. */
    public boolean fits(ImageBatch image) {
        return image.height() == images.height()
                && image.width() == images.width()
                && image.channels() == images.channels();
    }

    /**
     * Copies an image behind the previous ones.
     *
     * @throws IllegalArgumentException if it has another shape
     */
    public void add(ImageBatch image) {
        if (!fits(image)) {
            throw new IllegalArgumentException("an image of " + image.height() + "×" + image.width() + "×"
                    + image.channels() + " among images of " + images.height() + "×" + images.width() + "×"
                    + images.channels());
        }
        System.arraycopy(image.bytes(), 0, images.bytes(), filled, image.bytes().length);
        filled += image.bytes().length;
    }

    /** Returns the batch, which is black where nothing was added. */
    public ImageBatch images() {
        return images;
    }
}
