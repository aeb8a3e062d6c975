package org.dwastudio.ui.fake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.dwastudio.config.ChannelNormalization;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.DatasetConfig.Color;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.check.DatasetReport;
import org.dwastudio.data.check.DatasetReport.ClassCount;
import org.dwastudio.data.check.DatasetReport.Duplicate;
import org.dwastudio.data.check.DatasetReport.SizeCount;
import org.dwastudio.data.check.DatasetReport.Unreadable;
import org.dwastudio.engine.DatasetService;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.text.Message;

/** The datasets of the {@link FakeEngine}, the bundled one and those that a test adds, with its checks and downloads. */
public final class FakeDatasets implements DatasetService {
    private final ImageDataset bundled;
    private final Map<String, DatasetSummary> known = new ConcurrentHashMap<>();
    private final FakeWork<DatasetConfig, DatasetReport> checks = new FakeWork<>();
    private final FakeWork<Download, Path> downloads = new FakeWork<>();

    FakeDatasets(ImageDataset bundled) {
        this.bundled = bundled;
    }

    @Override
    public CompletableFuture<DatasetReport> check(
            DatasetConfig config, ProgressListener progress, CancellationToken token) {
        return checks.begin(config, progress, token);
    }

    @Override
    public CompletableFuture<Path> download(
            PublishedDataset published, Path parent, ProgressListener progress, CancellationToken token) {
        return downloads.begin(new Download(published, parent), progress, token);
    }

    @Override
    public CompletableFuture<DatasetSummary> reloadedSummary(DatasetConfig config) {
        return summary(config);
    }

    @Override
    public CompletableFuture<DatasetSummary> summary(DatasetConfig config) {
        if (!config.source().equals(DatasetConfig.BUNDLED)) {
            Optional<DatasetSummary> added = added(config);
            if (added.isPresent()) {
                return CompletableFuture.completedFuture(added.get());
            }
            return CompletableFuture.failedFuture(new IOException(
                    "There is no folder " + config.source() + ". Please check the path of the dataset."));
        }
        int[] firsts = IntStream.range(0, bundled.classNames().size())
                .map(label -> bundled.indicesOf(Split.TRAIN, label)[0])
                .toArray();
        return CompletableFuture.completedFuture(new DatasetSummary(
                bundled.name(),
                bundled.classNames(),
                bundled.channels(),
                bundled.imageSize(),
                bundled.trainCount(),
                bundled.testCount(),
                bundled.images(Split.TRAIN, firsts)));
    }

    /** A download that was asked for. */
    public record Download(PublishedDataset dataset, Path parent) {}

    public FakeWork<DatasetConfig, DatasetReport> checks() {
        return checks;
    }

    public FakeWork<Download, Path> downloads() {
        return downloads;
    }

    /** From now on there is a dataset at a path. */
    public void add(Path path, DatasetSummary summary) {
        known.put(path.toAbsolutePath().normalize().toString(), summary);
    }

    /** A dataset of colored squares without a test split. */
    public static DatasetSummary inColor(String name, List<String> classNames, int imageSize) {
        int classes = classNames.size();
        byte[] pixels = new byte[classes * imageSize * imageSize * 3];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / (3 * imageSize);
            int label = row / imageSize;
            pixels[i] = (byte) (60 + (label * 53 + i % 3 * 90 + row % imageSize * 3) % 190);
        }
        ImageBatch images = new ImageBatch(classes, imageSize, imageSize, 3, pixels);
        return new DatasetSummary(name, classNames, 3, imageSize, 400 * classes, 100 * classes, images, true);
    }

    /** Names as large datasets have them. */
    public static List<String> names(int classes) {
        return IntStream.range(0, classes)
                .mapToObj(label -> label % 7 == 3
                        ? "n0" + (1443537 + label) + " goldfish, Carassius auratus of the ornamental kind"
                        : "class " + label)
                .toList();
    }

    /** Nothing to complain about. */
    public static DatasetReport clean() {
        return new DatasetReport(
                "Fashion-MNIST",
                Message.of("format.idx"),
                IntStream.range(0, 10)
                        .mapToObj(label -> new ClassCount("class " + label, 1000, 200))
                        .toList(),
                List.of(new SizeCount(28, 28, 1, 12_000)),
                List.of(),
                Optional.of(new ChannelNormalization(List.of(0.28604), List.of(0.35302))),
                List.of(),
                List.of(),
                false,
                List.of());
    }

    /** Something of everything. */
    public static DatasetReport troubled(int classes) {
        List<String> names = names(classes);
        return new DatasetReport(
                "photographs",
                Message.of("format.folder"),
                IntStream.range(0, classes)
                        .mapToObj(label -> new ClassCount(names.get(label), 500 - 460 * label / classes, 60))
                        .toList(),
                IntStream.range(0, 9)
                        .mapToObj(i -> new SizeCount(640 - 32 * i, 480, i % 4 == 3 ? 1 : 3, 4000 / (i + 1)))
                        .toList(),
                List.of(
                        new Unreadable(
                                "train/cat/img_0031.jpg", Message.literal("is cut off after 1,024 of 35,120 bytes")),
                        new Unreadable("train/dog/notes.txt", Message.literal("is no image"))),
                Optional.of(new ChannelNormalization(
                        List.of(0.4914, 0.48216, 0.44653), List.of(0.24703, 0.24349, 0.26159))),
                List.of(new Duplicate("train/cat/img_0007.jpg", "val/cat/img_0900.jpg")),
                List.of(new DatasetReport.LabelConflict(
                        "train/cat/img_0011.jpg", "cat", "train/dog/img_0012.jpg", "dog")),
                true,
                List.of(DatasetNote.of(DatasetNote.Kind.UNLABELED_LEFT_OUT, "test")));
    }

    /** As a network would see it: sizes and colors as the configuration wants them. */
    private Optional<DatasetSummary> added(DatasetConfig config) {
        return Optional.ofNullable(known.get(config.source())).map(stored -> {
            int size = config.imageSize() == 0 ? stored.imageSize() : config.imageSize();
            int channels =
                    switch (config.color()) {
                        case AS_STORED -> stored.channels();
                        case GRAY -> 1;
                        case COLOR -> 3;
                    };
            boolean asStored = size == stored.imageSize() && config.color() == Color.AS_STORED;
            int count = stored.thumbnails().count();
            ImageBatch images = asStored
                    ? stored.thumbnails()
                    : new ImageBatch(count, size, size, channels, new byte[count * size * size * channels]);
            return new DatasetSummary(
                    stored.name(),
                    stored.classNames(),
                    channels,
                    size,
                    stored.trainImages(),
                    stored.testImages(),
                    images,
                    stored.splitBySeed());
        });
    }
}
