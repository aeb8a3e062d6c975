package org.dwastudio.ui.comparison;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dwastudio.config.ConfigException;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.report.MeasuredCurves;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.StoredImages;
import org.dwastudio.run.StoredImages.StoredClass;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotReader;
import org.dwastudio.stage.comparison.ComparedRun;
import org.dwastudio.stage.comparison.Comparison;
import org.dwastudio.text.FailureCause;
import org.dwastudio.ui.synthesis.ThumbnailScaler;

/** Reader of run folders for the comparison, in the background. */
final class ContentReader {
    private ContentReader() {}

    /**
     * Reads and compares runs. A folder that cannot be read becomes a column with the reason.
     *
     * @throws IOException if the comparison fails although each run can be read
     */
    static ComparisonContent read(List<Path> folders) throws IOException {
        List<RunColumn> columns = new ArrayList<>();
        List<ComparedRun> runs = new ArrayList<>();
        for (Path folder : folders) {
            try {
                RunContent content = content(RunDirectory.open(folder), runs.size());
                runs.add(content.run());
                columns.add(RunColumn.of(folder, content));
            } catch (IOException | ConfigException | RuntimeException e) {
                columns.add(RunColumn.failed(folder, FailureCause.describe(e)));
            }
        }
        return new ComparisonContent(
                named(columns), runs.size() < 2 ? Optional.empty() : Optional.of(Comparison.of(runs)));
    }

    /** Gives a run that has not stored its class names yet those of another run with as many classes. */
    private static List<RunColumn> named(List<RunColumn> columns) {
        return columns.stream()
                .map(column -> column.content()
                        .filter(RunContent::hasNumberedClasses)
                        .flatMap(unnamed -> columns.stream()
                                .flatMap(other -> other.content().stream())
                                .filter(other -> !other.hasNumberedClasses())
                                .map(other -> other.shape().classNames())
                                .filter(names -> names.size()
                                        == unnamed.shape().classNames().size())
                                .findFirst()
                                .map(names -> RunColumn.of(column.folder(), unnamed.withClassNames(names))))
                        .orElse(column))
                .toList();
    }

    private static RunContent content(RunDirectory directory, int place) throws IOException, ConfigException {
        ComparedRun run = ComparedRun.read(directory, place);
        StoredImages stored = StoredImages.in(directory);
        Set<Integer> iterations = new TreeSet<>();
        int columns = Math.max(stored.columns(), run.experiment().synthesis().imagesPerClass());
        Optional<ImageBatch> example = Optional.empty();
        int classes = 0;
        try (SnapshotReader snapshots = SnapshotReader.open(directory.snapshots())) {
            for (Snapshot snapshot : snapshots.snapshots()) {
                iterations.add(snapshot.iteration());
                columns = Math.max(columns, snapshot.column() + 1);
            }
            classes = snapshots.classes();
            example = iterations.isEmpty() ? Optional.empty() : Optional.of(snapshots.images(0));
        } catch (NoSuchFileException e) {
            // A run of an earlier version, or one that keeps none: its last images are shown.
            iterations.clear();
        }
        List<String> names = classNames(stored, classes);
        List<ImageSlice> last = iterations.isEmpty() ? lastImages(stored, names.size(), columns) : List.of();
        int widest = columns;
        ImageBatch shown = last.isEmpty()
                ? example.map(images -> scaler(names.size(), widest, images).of(images))
                        .orElseGet(ContentReader::noImage)
                : last.get(0).images();
        return new RunContent(
                run,
                MeasuredCurves.of(directory, run.experiment()),
                new GridShape(names, columns, shown.height(), shown.width(), shown.channels()),
                new KeptIterations(length(run, iterations), List.copyOf(iterations)),
                last);
    }

    private static ImageBatch noImage() {
        return new ImageBatch(0, 1, 1, 1, new byte[0]);
    }

    private static int length(ComparedRun run, Set<Integer> iterations) {
        int reached = iterations.stream().mapToInt(Integer::intValue).max().orElse(0);
        return Math.max(reached, run.experiment().synthesis().iterations());
    }

    /** Returns the scaler of the images of one of several runs that are shown at once. */
    static ThumbnailScaler scaler(int rows, int columns, ImageBatch example) {
        return ThumbnailScaler.of(ComparisonViewModel.MOST_RUNS * rows, columns, example);
    }

    /** Returns names for all classes: those in the images, those of the folders, or numbers. */
    private static List<String> classNames(StoredImages stored, int classes) throws IOException {
        List<String> names = stored.classNames();
        if (!names.isEmpty()) {
            return names;
        }
        int count =
                stored.classes().stream().mapToInt(one -> one.label() + 1).max().orElse(classes);
        List<String> numbers = new ArrayList<>();
        for (int label = 0; label < Math.max(count, classes); label++) {
            numbers.add(Integer.toString(label));
        }
        stored.classes().forEach(one -> numbers.set(one.label(), one.name()));
        return numbers;
    }

    private static List<ImageSlice> lastImages(StoredImages stored, int rows, int columns) throws IOException {
        List<ImageSlice> images = new ArrayList<>();
        for (StoredClass one : stored.classes()) {
            for (Map.Entry<Integer, Path> file : one.files().entrySet()) {
                ImageBatch image = PngFile.read(file.getValue());
                images.add(new ImageSlice(
                        file.getKey(), one.label(), scaler(rows, columns, image).of(image)));
            }
        }
        return images;
    }
}
