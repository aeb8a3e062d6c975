package org.dwastudio.data.preprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.Lazy;
import org.dwastudio.data.NormalizationEstimator;
import org.dwastudio.data.Split;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.Normalization;

/** Dataset whose images are converted to one size and color mode, on demand or in advance. */
public final class PreprocessedDataset implements ImageDataset {
    private static final int STATISTICS_SAMPLE = 20_000;

    private final DatasetSource source;
    private final ImageFormat format;
    private final Optional<Normalization> given;
    private final PreprocessedImages train;
    private final PreprocessedImages test;
    private final Lazy<String> fingerprint;
    private final Lazy<Normalization> normalization;

    /**
     * Creates a dataset that converts its images on demand.
     *
     * @param given normalization; empty to compute it
     */
    public PreprocessedDataset(DatasetSource source, ImageFormat format, Optional<Normalization> given) {
        this(source, format, given, decoded(source.train(), format), decoded(source.test(), format));
    }

    private PreprocessedDataset(
            DatasetSource source,
            ImageFormat format,
            Optional<Normalization> given,
            PreprocessedImages train,
            PreprocessedImages test) {
        this.source = source;
        this.format = format;
        this.given = given;
        this.train = train;
        this.test = test;
        fingerprint = new Lazy<>(source::fingerprint);
        normalization = new Lazy<>(() -> given.orElseGet(() -> NormalizationEstimator.estimate(this)));
    }

    private static PreprocessedImages decoded(ImageSource images, ImageFormat format) {
        return new LazyImageDecoder(images, format);
    }

    /**
     * Returns this dataset with all images in memory.
     *
     * @throws DatasetException if one cannot be read
     */
    public ImageDataset held() throws IOException {
        try {
            return new PreprocessedDataset(
                    source, format, given, held(source.train(), train), held(source.test(), test));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private PreprocessedImages held(ImageSource images, PreprocessedImages converted) {
        ImageBatch all = converted.images(IntStream.range(0, images.count()).toArray());
        int[] labels = new int[images.count()];
        Arrays.setAll(labels, images::label);
        return new LabeledImages(all, labels)::images;
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
    public ImageBatch images(Split split, int... indices) {
        return (split == Split.TRAIN ? train : test).images(indices);
    }

    @Override
    public ImageBatch original(Split split, int index) {
        try {
            return format.original(source.images(split).readOrExplain(index));
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
    public List<DatasetNote> notes() {
        return source.notes();
    }

    @Override
    public ImageDataset forChoosing() {
        return source.validation()
                .<ImageDataset>map(choosing -> new PreprocessedDataset(
                        source.withImages(source.train(), choosing, Optional.empty()),
                        format,
                        given,
                        train,
                        decoded(choosing, format)))
                .orElse(this);
    }

    @Override
    public Normalization normalization() {
        return normalization.get();
    }

    @Override
    public int[] statisticsSample() {
        return source.train().decodesFiles()
                ? ImageFormat.spread(trainCount(), STATISTICS_SAMPLE)
                : ImageDataset.super.statisticsSample();
    }
}
