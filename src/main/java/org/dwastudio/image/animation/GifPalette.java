package org.dwastudio.image.animation;

import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dwastudio.image.ImageBatch;

/**
 * Palette of up to 256 colors that all frames share, so that colors do not flicker. Gray images keep all their levels.
 * For color images, median cut (Heckbert, SIGGRAPH 1982) chooses the colors from a histogram with five bits per channel.
 */
final class GifPalette {
    private static final int COLORS = 256;
    private static final int BITS = 5;
    private static final int LEVELS = 1 << BITS;
    private static final int SHIFT = 8 - BITS;
    private static final int CHANNELS = 3;

    private final byte[][] colors;
    /** Index of the color of every histogram bin; empty for gray. */
    private final byte[] ofBin;

    private GifPalette(byte[][] colors, byte... ofBin) {
        this.colors = colors;
        this.ofBin = ofBin;
    }

    /** Returns the palette of some images, at least one, of equal channels. */
    static GifPalette of(List<ImageBatch> images) {
        return images.get(0).channels() == 1 ? gray() : color(images);
    }

    private static GifPalette gray() {
        byte[] levels = new byte[COLORS];
        for (int level = 0; level < COLORS; level++) {
            levels[level] = (byte) level;
        }
        return new GifPalette(new byte[][] {levels, levels, levels});
    }

    private static GifPalette color(List<ImageBatch> images) {
        long[] histogram = new long[LEVELS * LEVELS * LEVELS];
        // The gaps of the grid are black.
        histogram[0] = 1;
        for (ImageBatch batch : images) {
            byte[] bytes = batch.bytes();
            for (int at = 0; at < bytes.length; at += CHANNELS) {
                histogram[bin(bytes[at] & 0xFF, bytes[at + 1] & 0xFF, bytes[at + 2] & 0xFF)]++;
            }
        }
        List<Box> boxes = boxes(histogram);
        byte[][] colors = new byte[CHANNELS][boxes.size()];
        byte[] ofBin = new byte[histogram.length];
        for (int index = 0; index < boxes.size(); index++) {
            int[] mean = boxes.get(index).mean(histogram);
            for (int channel = 0; channel < CHANNELS; channel++) {
                colors[channel][index] = (byte) mean[channel];
            }
        }
        for (int bin = 0; bin < ofBin.length; bin++) {
            ofBin[bin] = (byte) nearest(colors, bin);
        }
        return new GifPalette(colors, ofBin);
    }

    private static int bin(int red, int green, int blue) {
        return ((red >> SHIFT) << (2 * BITS)) | ((green >> SHIFT) << BITS) | (blue >> SHIFT);
    }

    private static int level(int bin, int channel) {
        return (bin >> ((CHANNELS - 1 - channel) * BITS)) & (LEVELS - 1);
    }

    /** Returns the value of 0 to 255 that a level stands for: the smallest stays black, the largest white. */
    private static int value(int level) {
        return (level << SHIFT) | (level >> (BITS - SHIFT));
    }

    private static int nearest(byte[][] colors, int bin) {
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int index = 0; index < colors[0].length; index++) {
            int distance = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                int difference = value(level(bin, channel)) - (colors[channel][index] & 0xFF);
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                nearest = index;
            }
        }
        return nearest;
    }

    private static List<Box> boxes(long... histogram) {
        List<Integer> used = new ArrayList<>();
        for (int bin = 0; bin < histogram.length; bin++) {
            if (histogram[bin] > 0) {
                used.add(bin);
            }
        }
        List<Box> boxes = new ArrayList<>(List.of(Box.of(used, histogram)));
        while (boxes.size() < COLORS) {
            Box widest = boxes.get(0);
            for (Box box : boxes) {
                widest = box.weight() > widest.weight() ? box : widest;
            }
            if (widest.bins().size() < 2) {
                break;
            }
            boxes.remove(widest);
            boxes.addAll(widest.halves(histogram));
        }
        return boxes;
    }

    /**
     * Bins of the histogram that share a color.
     *
     * @param bins at least one
     * @param weight largest extent times the root of the number of pixels; 0 for a single bin
     */
    private record Box(List<Integer> bins, double weight) {
        static Box of(List<Integer> bins, long... histogram) {
            Box unweighted = new Box(bins, 0);
            double weight =
                    unweighted.extent(unweighted.widestChannel()) * Math.sqrt((double) unweighted.pixels(histogram));
            return new Box(bins, weight);
        }

        private long pixels(long... histogram) {
            return bins.stream().mapToLong(bin -> histogram[bin]).sum();
        }

        private int extent(int channel) {
            int least = bins.stream().mapToInt(bin -> level(bin, channel)).min().orElse(0);
            int most = bins.stream().mapToInt(bin -> level(bin, channel)).max().orElse(0);
            return most - least;
        }

        private int widestChannel() {
            int widest = 0;
            for (int channel = 1; channel < CHANNELS; channel++) {
                widest = extent(channel) > extent(widest) ? channel : widest;
            }
            return widest;
        }

        /** Cuts the widest channel at the median pixel; both halves have a bin at least. */
        List<Box> halves(long... histogram) {
            int channel = widestChannel();
            List<Integer> sorted = new ArrayList<>(bins);
            sorted.sort(
                    Comparator.<Integer>comparingInt(bin -> level(bin, channel)).thenComparing(bin -> bin));
            long half = pixels(histogram) / 2;
            long before = 0;
            int cut = 0;
            while (cut < sorted.size() - 1 && (cut == 0 || before + histogram[sorted.get(cut)] <= half)) {
                before += histogram[sorted.get(cut)];
                cut++;
            }
            return List.of(
                    Box.of(List.copyOf(sorted.subList(0, cut)), histogram),
                    Box.of(List.copyOf(sorted.subList(cut, sorted.size())), histogram));
        }

        int[] mean(long... histogram) {
            int[] mean = new int[CHANNELS];
            for (int channel = 0; channel < CHANNELS; channel++) {
                double sum = 0;
                for (int bin : bins) {
                    sum += (double) histogram[bin] * value(level(bin, channel));
                }
                mean[channel] = (int) Math.round(sum / pixels(histogram));
            }
            return mean;
        }
    }

    /** Returns the index of a pixel. */
    byte index(ImageBatch images, int image, int y, int x) {
        return images.channels() == 1
                ? (byte) images.at(image, y, x, 0)
                : index(images.at(image, y, x, 0), images.at(image, y, x, 1), images.at(image, y, x, 2));
    }

    /** Returns the index of the color that is nearest to a color, of 0 to 255 per channel. */
    byte index(int red, int green, int blue) {
        return ofBin.length == 0 ? (byte) green : ofBin[bin(red, green, blue)];
    }

    /** Returns the palette in the form that Java's images take. */
    IndexColorModel colorModel() {
        return new IndexColorModel(8, colors[0].length, colors[0], colors[1], colors[2]);
    }
}
