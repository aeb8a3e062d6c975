package org.dwastudio.ui.desktop;

import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.dwastudio.image.ImageBatch;

/** The system clipboard, for images. FX thread only. */
public record ImageClipboard() {
    private static final int OPAQUE = 0xFF000000;

    /** Replaces the content of the clipboard by the first image of a batch, pixel by pixel. */
    public void put(ImageBatch batch) {
        WritableImage image = new WritableImage(batch.width(), batch.height());
        PixelWriter pixels = image.getPixelWriter();
        int last = batch.channels() - 1;
        for (int y = 0; y < batch.height(); y++) {
            for (int x = 0; x < batch.width(); x++) {
                int red = batch.at(0, y, x, 0);
                int green = batch.at(0, y, x, Math.min(1, last));
                int blue = batch.at(0, y, x, last);
                pixels.setArgb(x, y, OPAQUE | red << 16 | green << 8 | blue);
            }
        }
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
