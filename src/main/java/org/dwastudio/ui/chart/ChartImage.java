package org.dwastudio.ui.chart;

import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.dwastudio.image.ImageBatch;

/** Image of a chart as it is drawn. */
final class ChartImage {
    private static final int COLORS = 3;

    private ChartImage() {}

    static ImageBatch of(Node chart) {
        WritableImage image = chart.snapshot(null, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        byte[] bytes = new byte[width * height * COLORS];
        PixelReader pixels = image.getPixelReader();
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int argb = pixels.getArgb(x, y);
                bytes[at++] = (byte) (argb >> 16);
                bytes[at++] = (byte) (argb >> 8);
                bytes[at++] = (byte) argb;
            }
        }
        return new ImageBatch(1, height, width, COLORS, bytes);
    }
}
