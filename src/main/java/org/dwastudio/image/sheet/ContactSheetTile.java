package org.dwastudio.image.sheet;

import java.awt.Point;
import java.awt.image.BufferedImage;
import org.dwastudio.image.ImageBatch;

/** One image on a contact sheet: every pixel of the sheet is the mean of the image's pixels that it covers. */
public final class ContactSheetTile {
    private final ImageBatch image;

    public ContactSheetTile(ImageBatch image) {
        this.image = image;
    }

    public void drawOn(BufferedImage sheet, Point at, int width, int height) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sheet.setRGB(at.x + x, at.y + y, color(x, y, width, height));
            }
        }
    }

    private int color(int x, int y, int width, int height) {
        int red = mean(x, y, width, height, 0);
        if (image.channels() == 1) {
            return red << 16 | red << 8 | red;
        }
        return red << 16 | mean(x, y, width, height, 1) << 8 | mean(x, y, width, height, 2);
    }

    private int mean(int x, int y, int width, int height, int channel) {
        int left = x * image.width() / width;
        int top = y * image.height() / height;
        int right = Math.max(left + 1, (x + 1) * image.width() / width);
        int bottom = Math.max(top + 1, (y + 1) * image.height() / height);
        int sum = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                sum += image.at(0, row, column, channel);
            }
        }
        int count = (right - left) * (bottom - top);
        return (sum + count / 2) / count;
    }
}
