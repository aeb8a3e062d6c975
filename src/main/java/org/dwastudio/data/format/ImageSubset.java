package org.dwastudio.data.format;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageSource;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageHeader;

/** Subset of a folder's images. */
final class ImageSubset implements ImageSource {
    private final IndexedFiles all;
    private final int[] chosen;

    /**
     * Creates a subset.
     *
     * @param chosen ascending indices of all images
     */
    ImageSubset(IndexedFiles all, int[] chosen) {
        this.all = all;
        this.chosen = chosen;
    }

    @Override
    public int count() {
        return chosen.length;
    }

    @Override
    public int label(int index) {
        return all.label(chosen[index]);
    }

    @Override
    public int[] indicesOf(int label) {
        int[] among = all.indicesOf(label);
        if (among.length == 0) {
            return among;
        }
        return IntStream.range(place(among[0]), place(among[among.length - 1] + 1))
                .toArray();
    }

    /** Returns the number of chosen images before an image. */
    private int place(int image) {
        int found = Arrays.binarySearch(chosen, image);
        return found < 0 ? -found - 1 : found;
    }

    @Override
    public String describe(int index) {
        return all.describe(chosen[index]);
    }

    @Override
    public ImageHeader header(int index) throws IOException {
        return all.header(chosen[index]);
    }

    @Override
    public ImageBatch read(int index) throws IOException {
        return all.read(chosen[index]);
    }

    @Override
    public boolean decodesFiles() {
        return true;
    }

    @Override
    public void digest(MessageDigest digest) {
        for (int image : chosen) {
            all.digest(image, digest);
        }
    }
}
