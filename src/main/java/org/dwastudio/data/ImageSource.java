package org.dwastudio.data;

import java.io.IOException;
import java.security.MessageDigest;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageHeader;

/** The labelled images of one split as they are stored, each in its own size and colour. Safe from any thread. */
public interface ImageSource {

    int count();

    /**
     * The class of an image, from 0.
     *
     * @throws IndexOutOfBoundsException when there is no such image
     */
    int label(int index);

    /** Ascending; empty when the class has no images. */
    int[] indicesOf(int label);

    /** How messages name an image. */
    String describe(int index);

    /**
     * Size and channels, without decoding the pixels.
     *
     * @throws IOException what is wrong with the image, without its name
     */
    ImageHeader header(int index) throws IOException;

    /**
     * One picture, upright.
     *
     * @throws IOException what is wrong with the image, without its name
     */
    ImageBatch read(int index) throws IOException;

    /** Whether every read decodes a file, so that a look at all of them may take hours. */
    boolean decodesFiles();

    /** Feeds what tells these images from others. */
    void digest(MessageDigest digest);

    /**
     * One picture, upright.
     *
     * @throws DatasetException what is wrong with the image, by name, and what to do
     */
    default ImageBatch readOrExplain(int index) throws DatasetException {
        try {
            return read(index);
        } catch (IOException e) {
            throw new DatasetException(
                    describe(index) + ": " + e.getMessage()
                            + ". Please remove or replace it; check-dataset lists all such files.",
                    e);
        }
    }
}
