package org.dwastudio.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.event.PixelBlock;

/** A dataset whose images are brought to one size and colour, when they are asked for or all beforehand. */
final class ConvertedDataset implements ImageDataset {
    private static final int STATISTICS_SAMPLE = 20_000;

    private final DatasetSource source;
    private final PictureFormat format;
    private final Optional<Normalization> given;
    private final ConvertedImages train;
    private final ConvertedImages test;
    private final Memo<String> fingerprint;
    private final Memo<Normalization> normalization;

    /** @param given the normalisation; empty computes it */
    ConvertedDataset(DatasetSource source, PictureFormat format, Optional<Normalization> given) {
        this(source, format, given, decoded(source.train(), format), decoded(source.test(), format));
    }

    private ConvertedDataset(
            DatasetSource source,
            PictureFormat format,
            Optional<Normalization> given,
            ConvertedImages train,
            ConvertedImages test) {
        this.source = source;
        this.format = format;
        this.given = given;
        this.train = train;
        this.test = test;
        fingerprint = new Memo<>(source::fingerprint);
        normalization = new Memo<>(() -> given.orElseGet(() -> Normalization.of(this)));
    }

    private static ConvertedImages decoded(ImageSource images, PictureFormat format) {
        return new DecodedOnDemand(images, format);
    }

    /**
     * The same dataset with all pictures in memory.
     *
     * @throws DatasetException when one cannot be read
     */
    ImageDataset held() throws IOException {
        try {
            return new ConvertedDataset(source, format, given, held(source.train(), train), held(source.test(), test));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private ConvertedImages held(ImageSource images, ConvertedImages converted) {
        PixelBlock all = converted.pictures(IntStream.range(0, images.count()).toArray());
        int[] labels = new int[images.count()];
        Arrays.setAll(labels, images::label);
        return new LabelledImages(all, labels)::pictures;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<String> classNames() {
        return source.classNames();
    }

    @Override
    public int channels() {
        return format.channels();
    }

    @Override
    public int imageSize() {
        return format.size();
    }

    @Override
    public int count(Split split) {
        return source.images(split).count();
    }

    @Override
    public int label(Split split, int index) {
        return source.images(split).label(index);
    }

    @Override
    public int[] indicesOf(Split split, int label) {
        return source.images(split).indicesOf(label);
    }

    @Override
    public PixelBlock pictures(Split split, int... indices) {
        return (split == Split.TRAIN ? train : test).pictures(indices);
    }

    @Override
    public PixelBlock original(Split split, int index) {
        try {
            return format.recolour(source.images(split).readOrExplain(index));
        } catch (DatasetException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String describe(Split split, int index) {
        ImageSource images = source.images(split);
        return images.decodesFiles() ? images.describe(index) : ImageDataset.super.describe(split, index);
    }

    @Override
    public String fingerprint() {
        return fingerprint.get();
    }

    @Override
    public boolean splitBySeed() {
        return source.splitBySeed();
    }

    @Override
    public Normalization normalization() {
        return normalization.get();
    }

    @Override
    public int[] statisticsSample() {
        return source.train().decodesFiles()
                ? PictureFormat.spread(trainCount(), STATISTICS_SAMPLE)
                : ImageDataset.super.statisticsSample();
    }
}
