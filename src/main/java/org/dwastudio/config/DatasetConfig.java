package org.dwastudio.config;

import java.util.Optional;

/**
 * Which images, and how they are looked at.
 *
 * @param source {@code bundled:fashion-mnist}, or the path of a dataset folder or archive
 * @param imageSize height and width in pixels that every image is brought to (the shorter side is scaled, the centre kept);
 *     0 keeps the size of datasets whose images are all alike, and chooses one for others
 * @param colour whether pictures are grey or colour
 * @param testShare share of each class that is held back as the test split where the dataset has none, 0 to 1
 * @param splitSeed decides which images those are
 * @param normalization what a new teacher's images are normalised with; empty computes it from the training images
 */
public record DatasetConfig(
        String source,
        int imageSize,
        Colour colour,
        double testShare,
        long splitSeed,
        Optional<ChannelNormalization> normalization) {
    /** The dataset that comes with the program. */
    public static final String BUNDLED = "bundled:fashion-mnist";

    /** 0, or a size that networks take. */
    public static final ParameterRange IMAGE_SIZE =
            new ParameterRange(0, 1024, 0, 0, true, ParameterRange.Scale.LINEAR, TakesEffect.NEXT_RUN);

    public static final ParameterRange TEST_SHARE =
            new ParameterRange(0.01, 0.9, 0.2, 0.2, false, ParameterRange.Scale.LINEAR, TakesEffect.NEXT_RUN);

    /** Whether pictures are grey or colour. */
    public enum Colour {
        /** Grey when all images are grey, else colour. */
        AS_STORED,
        GREY,
        COLOUR
    }

    /** A dataset as it is: sizes and colours as stored, a fifth held back where there is no test split. */
    public DatasetConfig(String source) {
        this(source, 0, Colour.AS_STORED, TEST_SHARE.defaultValue(), 0, Optional.empty());
    }

    public DatasetConfig withSource(String other) {
        return new DatasetConfig(other, imageSize, colour, testShare, splitSeed, normalization);
    }

    public DatasetConfig withImageSize(int other) {
        return new DatasetConfig(source, other, colour, testShare, splitSeed, normalization);
    }

    public DatasetConfig withColour(Colour other) {
        return new DatasetConfig(source, imageSize, other, testShare, splitSeed, normalization);
    }

    public DatasetConfig withTestShare(double other) {
        return new DatasetConfig(source, imageSize, colour, other, splitSeed, normalization);
    }

    public DatasetConfig withSplitSeed(long other) {
        return new DatasetConfig(source, imageSize, colour, testShare, other, normalization);
    }

    public DatasetConfig withNormalization(Optional<ChannelNormalization> other) {
        return new DatasetConfig(source, imageSize, colour, testShare, splitSeed, other);
    }

    DatasetConfig withoutFolders() {
        return withSource(Source.withoutFolders(source));
    }

    DatasetConfig located() {
        return withSource(Source.located(source));
    }
}
