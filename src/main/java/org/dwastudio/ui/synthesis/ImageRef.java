package org.dwastudio.ui.synthesis;

import java.util.Arrays;
import org.dwastudio.image.ImageBatch;

/**
 * One image of a block.
 *
 * @param block where it is
 * @param index which one
 */
public record ImageRef(ImageBatch block, int index) {

    /** Returns the image as a batch of one. */
    public ImageBatch alone() {
        int size = block.height() * block.width() * block.channels();
        byte[] bytes = Arrays.copyOfRange(block.bytes(), index * size, (index + 1) * size);
        return new ImageBatch(1, block.height(), block.width(), block.channels(), bytes);
    }
}
