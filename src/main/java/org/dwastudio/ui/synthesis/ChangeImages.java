package org.dwastudio.ui.synthesis;

import java.util.Arrays;
import org.dwastudio.image.ImageBatch;

/**
 * Signed change of images since their start in diverging colors: black where nothing changed, orange where a pixel became
 * brighter, blue where it became darker. All images have the same scale, on which {@value #FULL} of 255 levels have the
 * full color. Color images are compared by the mean of their channels.
 */
public final class ChangeImages {
    /** Change that has the full color, in levels of 0 to 255. */
    public static final int FULL = 128;

    private static final int[] BRIGHTER = {255, 150, 40};
    private static final int[] DARKER = {60, 140, 255};
    private static final byte UNKNOWN = 90;
    private static final int CHANNELS = BRIGHTER.length;

    private ChangeImages() {}

    /**
     * Returns the change as color images.
     *
     * @param start images of the same shape
     */
    public static ImageBatch of(ImageBatch now, ImageBatch start) {
        int pixels = now.count() * now.height() * now.width();
        byte[] bytes = new byte[pixels * CHANNELS];
        for (int pixel = 0; pixel < pixels; pixel++) {
            int change = 0;
            for (int channel = 0; channel < now.channels(); channel++) {
                int place = pixel * now.channels() + channel;
                change += (now.bytes()[place] & 0xFF) - (start.bytes()[place] & 0xFF);
            }
            int size = Math.min(FULL, Math.abs(change) / now.channels());
            int[] color = change > 0 ? BRIGHTER : DARKER;
            for (int channel = 0; channel < CHANNELS; channel++) {
                bytes[pixel * CHANNELS + channel] = (byte) (color[channel] * size / FULL);
            }
        }
        return new ImageBatch(now.count(), now.height(), now.width(), CHANNELS, bytes);
    }

    /** Returns gray areas, for images whose start is not known. */
    static ImageBatch none(ImageBatch now) {
        byte[] bytes = new byte[now.count() * now.height() * now.width() * CHANNELS];
        Arrays.fill(bytes, UNKNOWN);
        return new ImageBatch(now.count(), now.height(), now.width(), CHANNELS, bytes);
    }
}
