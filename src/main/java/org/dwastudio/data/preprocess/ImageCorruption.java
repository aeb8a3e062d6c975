package org.dwastudio.data.preprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.TrainingCorruption;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.JpegRoundTrip;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;

/**
 * Corruption of an image at one of five levels, after Hendrycks and Dietterich (ICLR 2019). Their strengths are published
 * for images of 32 pixels (CIFAR-10-C) and of 224 pixels (ImageNet-C):
 *
 * <table>
 * <caption>Strengths at level 1, 2, 3, 4, 5</caption>
 * <tr><th>corruption</th><th>32 pixels</th><th>224 pixels</th></tr>
 * <tr><td>blur: standard deviation in pixels</td><td>0.4, 0.6, 0.7, 0.8, 1</td><td>1, 2, 3, 4, 6</td></tr>
 * <tr><td>noise: standard deviation, as a share of white</td><td>0.04, 0.06, 0.08, 0.09, 0.1</td>
 * <td>0.08, 0.12, 0.18, 0.26, 0.38</td></tr>
 * <tr><td>JPEG: quality of 100</td><td>80, 65, 58, 50, 40</td><td>25, 18, 15, 10, 7</td></tr>
 * </table>
 *
 * <p>Between both sizes the strength is their geometric interpolation in the shorter side of the image; smaller images have
 * the strengths of 32 pixels, larger ones those of 224.
 *
 * @param corruption kind, level and seed
 */
record ImageCorruption(TrainingCorruption corruption) implements PixelEdit {
    private static final double SMALL = 32;
    private static final double LARGE = 224;
    private static final double WHITE = 255;

    private static final Strengths BLUR = new Strengths(List.of(0.4, 0.6, 0.7, 0.8, 1.0), List.of(1.0, 2.0, 3.0, 4.0, 6.0));
    private static final Strengths NOISE =
            new Strengths(List.of(0.04, 0.06, 0.08, 0.09, 0.1), List.of(0.08, 0.12, 0.18, 0.26, 0.38));
    private static final Strengths JPEG =
            new Strengths(List.of(80.0, 65.0, 58.0, 50.0, 40.0), List.of(25.0, 18.0, 15.0, 10.0, 7.0));

    /**
     * Published strengths by level.
     *
     * @param small of images of 32 pixels
     * @param large of images of 224 pixels
     */
    private record Strengths(List<Double> small, List<Double> large) {
        double at(int level, int side) {
            double from = small.get(level - 1);
            double place = Math.log(Math.min(LARGE, Math.max(SMALL, side)) / SMALL) / Math.log(LARGE / SMALL);
            return from * Math.pow(large.get(level - 1) / from, place);
        }
    }

    /** Returns the strength for images of a side in pixels: pixels of blur, share of white of noise, JPEG quality. */
    double strength(int side) {
        Strengths strengths =
                switch (corruption.kind()) {
                    case BLUR -> BLUR;
                    case NOISE -> NOISE;
                    case JPEG -> JPEG;
                    case NONE -> throw new IllegalStateException("there is no corruption");
                };
        return strengths.at(corruption.level(), side);
    }

    /** Returns the note about the corruption of images of a size. */
    DatasetNote note(int size) {
        double strength = strength(size);
        return switch (corruption.kind()) {
            case BLUR -> DatasetNote.of(Kind.BLURRED, corruption.level(), written("%.2f", strength));
            case NOISE -> DatasetNote.of(Kind.NOISY, corruption.level(), written("%.1f", 100 * strength));
            case JPEG -> DatasetNote.of(Kind.COMPRESSED, corruption.level(), Math.round(strength));
            case NONE -> throw new IllegalStateException("there is no corruption");
        };
    }

    private static String written(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    @Override
    public ImageBatch apply(ImageBatch image, int index) {
        double strength = strength(Math.min(image.height(), image.width()));
        return switch (corruption.kind()) {
            case BLUR -> new GaussianBlur(strength).of(image);
            case NOISE -> noisy(image, strength, index);
            case JPEG -> compressed(image, (int) Math.round(strength));
            case NONE -> image;
        };
    }

    private ImageBatch noisy(ImageBatch image, double deviation, int index) {
        RandomGenerator random = new SeedSequence(corruption.seed()).generator(RandomPurpose.CORRUPTION, index);
        byte[] before = image.bytes();
        byte[] after = new byte[before.length];
        for (int i = 0; i < after.length; i++) {
            double value = (before[i] & 0xFF) + WHITE * deviation * random.nextGaussian();
            after[i] = (byte) Math.round(Math.min(WHITE, Math.max(0, value)));
        }
        return new ImageBatch(1, image.height(), image.width(), image.channels(), after);
    }

    private static ImageBatch compressed(ImageBatch image, int quality) {
        try {
            return new JpegRoundTrip(quality).of(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
