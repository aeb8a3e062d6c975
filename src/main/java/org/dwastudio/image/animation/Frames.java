package org.dwastudio.image.animation;

import java.io.IOException;
import org.dwastudio.image.ImageBatch;

/** Frames of an animation. A frame is a batch of images, which become one grid; all have the same shape. */
public interface Frames {

    /** Returns the number of frames, at least 1. */
    int count();

    /**
     * Returns the images of one frame, row by row of the grid. May be called several times for a frame.
     *
     * @throws IOException if the frame cannot be read
     */
    ImageBatch frame(int index) throws IOException;
}
