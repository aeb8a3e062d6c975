package org.dwastudio.ui.control;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.dwastudio.image.ImageBatch;

/**
 * Image that is painted pixel by pixel: colors are 0xAARRGGBB, opaque, and everything outside is clipped. Changes
 * become visible with {@link #show}. FX thread only.
 */
public final class PixelSurface {
    private final int originX;
    private final int originY;
    private final int width;
    private final int height;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    public PixelSurface(int width, int height) {
        this(0, 0, width, height);
    }

    /** Creates a part of a larger image: the given origin appears in its upper left corner. */
    public PixelSurface(int originX, int originY, int width, int height) {
        this.originX = originX;
        this.originY = originY;
        this.width = width;
        this.height = height;
        IntBuffer memory = IntBuffer.allocate(width * height);
        pixels = memory.array();
        buffer = new PixelBuffer<>(width, height, memory, PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    public Image image() {
        return image;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public void clear(int color) {
        Arrays.fill(pixels, color);
    }

    public void fill(int wholeX, int wholeY, int w, int h, int color) {
        int x = wholeX - originX;
        int y = wholeY - originY;
        int left = Math.max(0, x);
        int right = Math.min(width, x + w);
        for (int row = Math.max(0, y); row < Math.min(height, y + h) && left < right; row++) {
            Arrays.fill(pixels, row * width + left, row * width + right, color);
        }
    }

    /** Paints a frame around, not over, a rectangle. */
    public void frame(int x, int y, int w, int h, int thickness, int color) {
        fill(x - thickness, y - thickness, w + 2 * thickness, thickness, color);
        fill(x - thickness, y + h, w + 2 * thickness, thickness, color);
        fill(x - thickness, y, thickness, h, color);
        fill(x + w, y, thickness, h, color);
    }

    /**
     * Draws one image into a rectangle: enlarged, each of its pixels becomes a sharp block; reduced, four samples are
     * averaged for every screen pixel.
     */
    public void draw(ImageBatch block, int index, int x, int y, int w, int h, Tint tint) {
        if (w < block.width() || h < block.height()) {
            drawReduced(block, index, x - originX, y - originY, w, h, tint);
        } else {
            drawEnlarged(block, index, x - originX, y - originY, w, h, tint);
        }
    }

    private void drawEnlarged(ImageBatch block, int index, int x, int y, int w, int h, Tint tint) {
        int left = Math.max(0, x);
        int right = Math.min(width, x + w);
        int top = Math.max(0, y);
        int drawnSource = -1;
        for (int row = top; row < Math.min(height, y + h) && left < right; row++) {
            int sourceY = (2 * (row - y) + 1) * block.height() / (2 * h);
            int target = row * width;
            if (sourceY == drawnSource) {
                System.arraycopy(pixels, target - width + left, pixels, target + left, right - left);
                continue;
            }
            drawnSource = sourceY;
            for (int column = left; column < right; column++) {
                int sourceX = (2 * (column - x) + 1) * block.width() / (2 * w);
                pixels[target + column] = color(block, index, sourceX, sourceY, tint);
            }
        }
    }

    private void drawReduced(ImageBatch block, int index, int x, int y, int w, int h, Tint tint) {
        for (int row = Math.max(0, y); row < Math.min(height, y + h); row++) {
            int upper = (4 * (row - y) + 1) * block.height() / (4 * h);
            int lower = (4 * (row - y) + 3) * block.height() / (4 * h);
            for (int column = Math.max(0, x); column < Math.min(width, x + w); column++) {
                int near = (4 * (column - x) + 1) * block.width() / (4 * w);
                int far = (4 * (column - x) + 3) * block.width() / (4 * w);
                pixels[row * width + column] = mean(
                        color(block, index, near, upper, tint),
                        color(block, index, far, upper, tint),
                        color(block, index, near, lower, tint),
                        color(block, index, far, lower, tint));
            }
        }
    }

    /** Shows the painted part on the screen. */
    public void show(int wholeX, int wholeY, int w, int h) {
        int x = wholeX - originX;
        int y = wholeY - originY;
        int left = Math.max(0, x);
        int top = Math.max(0, y);
        int right = Math.min(width, x + w);
        int bottom = Math.min(height, y + h);
        if (left < right && top < bottom) {
            buffer.updateBuffer(all -> new Rectangle2D(left, top, right - left, bottom - top));
        }
    }

    private static int color(ImageBatch block, int index, int x, int y, Tint tint) {
        byte[] bytes = block.bytes();
        int at = ((index * block.height() + y) * block.width() + x) * block.channels();
        return block.channels() == 1
                ? tint.of(bytes[at] & 0xFF, bytes[at] & 0xFF, bytes[at] & 0xFF)
                : tint.of(bytes[at] & 0xFF, bytes[at + 1] & 0xFF, bytes[at + 2] & 0xFF);
    }

    /**
     * Returns the mean of four colors. Red and blue are summed together: the bits between them have room for the carry.
     */
    private static int mean(int a, int b, int c, int d) {
        int redAndBlue = 0x00FF00FF;
        int green = 0x0000FF00;
        int sumRedAndBlue = (a & redAndBlue) + (b & redAndBlue) + (c & redAndBlue) + (d & redAndBlue);
        int sumGreen = (a & green) + (b & green) + (c & green) + (d & green);
        return 0xFF000000 | (sumRedAndBlue >>> 2 & redAndBlue) | (sumGreen >>> 2 & green);
    }
}
