package org.dwastudio.image.codec;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Hears whether a JPEG file ended early: the decoder fills what is missing with grey and only warns of it. Other
 * warnings are common in good photographs.
 */
final class TruncationListener implements IIOReadWarningListener {
    private boolean so;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        so |= text.contains("truncated") || text.contains("premature end");
    }

    boolean isSo() {
        return so;
    }
}
