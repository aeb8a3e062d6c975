package org.dwastudio.data.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.Split;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.data.preprocess.DepthProbe;
import org.dwastudio.data.preprocess.ImageFormat;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.select.DatasetSelection;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.Normalization;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.text.FailureCause;

/**
 * Check of every image of a dataset, on several threads. Unreadable images are recorded and do not stop it; of the
 * others only a hash of 8 bytes is kept.
 */
public final class DatasetCheck {
    private static final int AT_ONCE = 32;

    private final DatasetCatalog catalog;

    public DatasetCheck(DatasetCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Checks all images.
     *
     * @param config dataset, and the size and color mode of the experiment
     * @param progress listener to the number of images of both splits, called on the calling thread
     * @param token flag that is checked before every image, on any thread
     * @throws DatasetException if the dataset cannot be opened at all
     * @throws java.util.concurrent.CancellationException if it was canceled
     */
    public DatasetReport run(DatasetConfig config, ProgressListener progress, CancellationToken token)
            throws IOException {
        DatasetSource source =
                DepthProbe.noted(new DatasetSelection(config.selection()).classesOf(catalog.openAll(config)), config);
        ImageFormat format = format(source, config);
        int total = source.train().count() + source.test().count();
        DatasetStatistics train = new DatasetStatistics(source.train().count(), format.channels());
        DatasetStatistics test = new DatasetStatistics(source.test().count(), format.channels());
        progress.progressed(0, total);
        inspect(source, Split.TRAIN, format, token, train, done -> progress.progressed(done, total));
        inspect(source, Split.TEST, format, token, test, done -> progress.progressed(train.count() + done, total));
        return report(source, train, test);
    }

    private static ImageFormat format(DatasetSource source, DatasetConfig config) {
        try {
            return ImageFormat.of(source, config);
        } catch (DatasetException e) {
            // No image of the sample is readable: nothing can be measured, but the broken files can be named.
            return new ImageFormat(
                    Math.max(1, config.imageSize()), 1, config.fitting().fit());
        }
    }

    private interface Done {
        void images(int count);
    }

    private static void inspect(
            DatasetSource source,
            Split split,
            ImageFormat format,
            CancellationToken token,
            DatasetStatistics all,
            Done done) {
        int threads = Runtime.getRuntime().availableProcessors();
        ImageSource images = source.images(split);
        try (OrderedPrefetch<Integer, DatasetStatistics> parts = new OrderedPrefetch<>(
                IntStream.iterate(0, from -> from < images.count(), from -> from + AT_ONCE)
                        .iterator(),
                from -> part(images, split, from, format, token),
                threads,
                4 * threads)) {
            while (parts.hasNext()) {
                all.append(parts.next());
                done.images(all.recorded());
            }
        }
    }

    private static DatasetStatistics part(
            ImageSource images, Split split, int from, ImageFormat format, CancellationToken token) {
        int end = Math.min(images.count(), from + AT_ONCE);
        DatasetStatistics part = new DatasetStatistics(end - from, format.channels());
        for (int index = from; index < end; index++) {
            token.throwIfCancelled("The check was stopped.");
            try {
                part.add(images.read(index), split == Split.TRAIN, format);
            } catch (IOException | UncheckedIOException e) {
                part.addUnreadable(name(images, split, index), FailureCause.reason(e));
            }
        }
        return part;
    }

    private static DatasetReport report(DatasetSource source, DatasetStatistics train, DatasetStatistics test) {
        Optional<ChannelNormalization> normalization = train.sums().isEmpty()
                ? Optional.empty()
                : Optional.of(train.sums().normalization()).map(DatasetCheck::stated);
        return new DatasetReport(
                source.name(),
                source.format(),
                classes(source),
                DatasetStatistics.sizes(train, test),
                Stream.concat(train.unreadable().stream(), test.unreadable().stream())
                        .toList(),
                normalization,
                duplicates(source, train, test),
                new LabelConflicts(source, train, test).find(),
                source.splitBySeed(),
                source.notes());
    }

    private static ChannelNormalization stated(Normalization found) {
        return new ChannelNormalization(found.mean(), found.std());
    }

    private static List<DatasetReport.ClassCount> classes(DatasetSource source) {
        return IntStream.range(0, source.classNames().size())
                .mapToObj(label -> new DatasetReport.ClassCount(
                        source.classNames().get(label),
                        source.train().indicesOf(label).length,
                        source.test().indicesOf(label).length))
                .toList();
    }

    /** Returns each test image whose pixels equal those of a training image, with the first such training image. */
    private static List<DatasetReport.Duplicate> duplicates(
            DatasetSource source, DatasetStatistics train, DatasetStatistics test) {
        long[] sorted = train.sortedHashes();
        int[] suspects = IntStream.range(0, test.count())
                .filter(index -> test.isReadable(index) && Arrays.binarySearch(sorted, test.hash(index)) >= 0)
                .toArray();
        long[] wanted = Arrays.stream(suspects)
                .mapToLong(test::hash)
                .sorted()
                .distinct()
                .toArray();
        int[] first = new int[wanted.length];
        Arrays.fill(first, -1);
        for (int index = train.count() - 1; index >= 0; index--) {
            int place = train.isReadable(index) ? Arrays.binarySearch(wanted, train.hash(index)) : -1;
            if (place >= 0) {
                first[place] = index;
            }
        }
        return Arrays.stream(suspects)
                .mapToObj(index -> new DatasetReport.Duplicate(
                        name(source.train(), Split.TRAIN, first[Arrays.binarySearch(wanted, test.hash(index))]),
                        name(source.test(), Split.TEST, index)))
                .toList();
    }

    static String name(ImageSource images, Split split, int index) {
        return images.decodesFiles()
                ? images.describe(index)
                : split.name().toLowerCase(Locale.ROOT) + " " + images.describe(index);
    }
}
