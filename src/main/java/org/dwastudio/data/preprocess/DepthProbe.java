package org.dwastudio.data.preprocess;

import java.io.IOException;
import java.util.Optional;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.image.codec.DeepValues;

/** Search for images of more than 8 bits that use a small part of their range: 12 bits in a file of 16 are black. */
public final class DepthProbe {
    private static final int SAMPLE = 12;

    private DepthProbe() {}

    /** Returns a dataset with a note if a sample of its training images is nearly black. */
    public static DatasetSource noted(DatasetSource source, DatasetConfig config) {
        if (config.fitting().whiteLevel() > 0 || !source.train().decodesFiles()) {
            return source;
        }
        return largest(source.train())
                .filter(values -> 2 * values.largest() < range(values.bits()))
                .map(values -> source.withNote(DatasetNote.of(
                        Kind.DARK, values.bits(), values.largest(), suggestedWhiteLevel(values.largest()))))
                .orElse(source);
    }

    private static Optional<DeepValues> largest(ImageSource images) {
        Optional<DeepValues> found = Optional.empty();
        for (int index : ImageFormat.spread(images.count(), SAMPLE)) {
            Optional<DeepValues> here = deepValues(images, index);
            if (here.isPresent()
                    && (found.isEmpty() || here.get().largest() > found.get().largest())) {
                found = here;
            }
        }
        return found;
    }

    private static Optional<DeepValues> deepValues(ImageSource images, int index) {
        try {
            return images.deepValues(index);
        } catch (IOException e) {
            // A broken image is reported by name when it is decoded.
            return Optional.empty();
        }
    }

    private static int range(int bits) {
        return (1 << bits) - 1;
    }

    /** Returns the largest number of as many bits as a value has. */
    static int suggestedWhiteLevel(int largest) {
        return range(Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(largest)));
    }
}
