package org.dwastudio.ui.control;

/** Lookup tables from the brightness of an image's channels to a screen color. */
public final class Tint {
    private final int[] red = new int[256];
    private final int[] green = new int[256];
    private final int[] blue = new int[256];

    private Tint(double strength, int background) {
        for (int v = 0; v < 256; v++) {
            red[v] = mix(v, background >> 16 & 0xFF, strength) << 16 | 0xFF000000;
            green[v] = mix(v, background >> 8 & 0xFF, strength) << 8;
            blue[v] = mix(v, background & 0xFF, strength);
        }
    }

    /** Returns the tint that leaves an image unchanged. */
    public static Tint plain() {
        return new Tint(1, 0);
    }

    /**
     * Returns the tint that blends an image into a background (0xAARRGGBB); strength 1 is the image, 0 the background.
     */
    public static Tint faded(double strength, int background) {
        return new Tint(strength, background);
    }

    public int of(int r, int g, int b) {
        return red[r] | green[g] | blue[b];
    }

    private static int mix(int value, int background, double strength) {
        return (int) Math.round(strength * value + (1 - strength) * background);
    }
}
