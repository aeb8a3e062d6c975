package org.dwastudio.data.preprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dwastudio.config.HeldOut.ScoredOn;
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
    private final PixelBudget budget;
    private final Map<Split, DecodedImages> originals = new EnumMap<>(Split.class);
    private final Lazy<ImageDataset> choosing;
    private final Lazy<String> fingerprint;
    private final Lazy<Normalization> normalization;

    /**
     * Creates a dataset that converts its images on demand and keeps them, so that later epochs do not decode again.
     *
     * @param given normalization; empty to compute it
     * @param budget memory for images that are kept; without any, every use of an image decodes it
     */
    public PreprocessedDataset(
            DatasetSource source, ImageFormat format, Optional<Normalization> given, PixelBudget budget) {
        this(
                source,
                format,
                given,
                new LazyImageDecoder(source.train(), format, PixelEdit.of(source, Split.TRAIN), budget),
                new LazyImageDecoder(source.test(), format, PixelEdit.none(), budget),
                budget);
    }

    private PreprocessedDataset(
            DatasetSource source,
            ImageFormat format,
            Optional<Normalization> given,
            PreprocessedImages train,
            PreprocessedImages test,
            PixelBudget budget) {
        this.source = source;
        this.budget = budget;
        this.format = format;
        this.given = given;
        this.train = train;
        this.test = test;
        for (Split split : Split.values()) {
            ImageSource images = source.images(split);
            originals.put(split, new DecodedImages(images.count(), index -> original(split, images, index), budget));
        }
        choosing = new Lazy<>(this::withValidationAsTest);
        fingerprint = new Lazy<>(source::fingerprint);
        normalization = new Lazy<>(() -> given.orElseGet(() -> NormalizationEstimator.estimate(this)));
    }

    private ImageBatch original(Split split, ImageSource images, int index) {
        try {
            return PixelEdit.of(source, split).apply(format.original(images.readOrExplain(index)), index);
        } catch (DatasetException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns this dataset with all images in memory. What is left of the budget is for the originals of random crops.
     *
     * @throws DatasetException if one cannot be read
     */
    public ImageDataset held() throws IOException {
        try {
            PixelBudget none = new PixelBudget(0);
            long bytes =
                    format.bytes((long) source.train().count() + source.test().count());
            return new PreprocessedDataset(
                    source,
                    format,
                    given,
                    held(
                            source.train(),
                            new LazyImageDecoder(source.train(), format, PixelEdit.of(source, Split.TRAIN), none)),
                    held(source.test(), new LazyImageDecoder(source.test(), format, PixelEdit.none(), none)),
                    budget.take(bytes) ? budget : none);
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
        ImageSource images = source.images(split);
        return images.decodesFiles()
                ? Objects.requireNonNull(originals.get(split)).get(index)
                : original(split, images, index);
    }

    @Override
    public String describe(Split split, int index) {
        ImageSource images = source.images(split);
        return images.decodesFiles() ? images.describe(index) : ImageDataset.super.describe(split, index);
    }

    @Override
    public Optional<Path> file(Split split, int index) {
        return source.images(split).file(index);
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
    public ScoredOn scoredOn() {
        return source.variant().setAside().isPresent() ? ScoredOn.HELD_OUT : ScoredOn.TEST;
    }

    @Override
    public List<DatasetNote> notes() {
        return source.notes();
    }

    @Override
    public ImageDataset forChoosing() {
        return choosing.get();
    }

    private ImageDataset withValidationAsTest() {
        return source.validation()
                .<ImageDataset>map(validation -> new PreprocessedDataset(
                        source.withImages(source.train(), validation, Optional.empty()),
                        format,
                        given,
                        train,
                        new LazyImageDecoder(validation, format, PixelEdit.none(), budget),
                        budget))
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
