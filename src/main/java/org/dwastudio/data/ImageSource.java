package org.dwastudio.data;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageHeader;
import org.dwastudio.image.codec.DeepValues;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/** Labeled images of one split as stored, each with its own size and color mode. Thread-safe. */
public interface ImageSource {

    int count();

    /**
     * Returns the class of an image, from 0.
     *
     * @throws IndexOutOfBoundsException if there is no such image
     */
    int label(int index);

    /** Returns the indices of a class's images, ascending; empty if there are none. */
    int[] indicesOf(int label);

    /** Returns the name of an image in messages. */
    String describe(int index);

    /** Returns the file that holds this image alone; empty if there is none. */
    default Optional<Path> file(int index) {
        return Optional.empty();
    }

    /** Returns the name of an image among those of its class, equal on every machine. */
    default String key(int index) {
        return Integer.toString(index);
    }

    /**
     * Returns size and channels without decoding the pixels.
     *
     * @throws IOException with the problem but not the image's name in its message
     */
    ImageHeader header(int index) throws IOException;

    /**
     * Reads one image, upright.
     *
     * @throws IOException with the problem but not the image's name in its message
     */
    ImageBatch read(int index) throws IOException;

    /** Returns the range of an image of more than 8 bits per channel; empty for all others. */
    default Optional<DeepValues> deepValues(int index) throws IOException {
        return Optional.empty();
    }

    /** Returns true if every read decodes a file, so that reading all images may take hours. */
    boolean decodesFiles();

    /** Updates a digest with the data that identifies these images: that of each image, in their order. */
    default void digest(MessageDigest digest) {
        for (int index = 0; index < count(); index++) {
            digest(index, label(index), digest);
        }
    }

    /** Updates a digest with the data that identifies one image, under a label that it has in a selection. */
    void digest(int index, int label, MessageDigest digest);

    /**
     * Returns some of these images.
     *
     * @param chosen indices in the order of the result
     * @param labels label of each chosen image
     */
    default ImageSource select(int[] chosen, int... labels) {
        return new SelectedImages(this, chosen, labels);
    }

    /**
     * Reads one image, upright.
     *
     * @throws DatasetException with the image's name, the problem and the action to take
     */
    default ImageBatch readOrExplain(int index) throws DatasetException {
        try {
            return read(index);
        } catch (IOException e) {
            throw new DatasetException(Message.of("image.unreadable", describe(index), FailureCause.reason(e)), e);
        }
    }
}
