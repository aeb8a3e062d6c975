package org.dwastudio.image.codec;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Listener that detects a truncated JPEG file: the decoder fills missing parts with gray and only warns. Other warnings
 * are common in intact photographs.
 */
final class TruncationListener implements IIOReadWarningListener {
    private boolean so;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        so |= text.contains("truncated") || text.contains("premature end");
    }

    boolean isTruncated() {
        return so;
    }
}
