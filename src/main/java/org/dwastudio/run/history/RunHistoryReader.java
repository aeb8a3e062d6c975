package org.dwastudio.run.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageStack;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.MetricsCsv;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.StoredImages;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/** Reader of the images and measurements in a run folder, which are emitted again when the run is resumed. */
public final class RunHistoryReader {
    private final RunDirectory directory;
    private final Map<Integer, SortedMap<Integer, Path>> images;

    private RunHistoryReader(RunDirectory directory, Map<Integer, SortedMap<Integer, Path>> images) {
        this.directory = directory;
        this.images = images;
    }

    /** Lists the images of a folder. */
    public static RunHistoryReader in(RunDirectory directory) throws IOException {
        Map<Integer, SortedMap<Integer, Path>> images = StoredImages.in(directory).classes().stream()
                .collect(Collectors.toMap(StoredImages.StoredClass::label, StoredImages.StoredClass::files));
        return new RunHistoryReader(directory, images);
    }

    /**
     * Checks that a column's images exist.
     *
     * @param firstClass label of the first of {@code count} images of a column
     * @throws RunFolderException if one is missing, with a message for the user
     */
    public void requireImages(int column, int firstClass, int count) throws RunFolderException {
        for (int label = firstClass; label < firstClass + count; label++) {
            image(label, column);
        }
    }

    /**
     * Reads images of a column.
     *
     * @param firstClass label of the first of {@code count} images
     * @throws IOException if one is missing or broken, with a message for the user
     */
    public ImageBatch images(int column, int firstClass, int count) throws IOException {
        ImageStack stack = ImageStack.like(PngFile.read(image(firstClass, column)), count);
        for (int i = 0; i < count; i++) {
            Path file = image(firstClass + i, column);
            ImageBatch one = PngFile.read(file);
            if (!stack.fits(one)) {
                throw new DescribedIOException(Message.of("run.imageSize", file));
            }
            stack.add(one);
        }
        return stack.images();
    }

    /** Replays all measurements of {@code metrics.csv}; {@code experiment} is that of the run, with its tuning changes. */
    public void replay(Experiment experiment, Consumer<RunEvent> listener) throws IOException {
        forEachRow(new RecordedLosses(experiment, listener));
    }

    /** Passes on the rows of {@code metrics.csv} as they are; lines that are no measurement are ignored. */
    public void forEachRow(Consumer<RunEvent.MetricPoint> listener) throws IOException {
        if (!Files.isRegularFile(directory.metrics())) {
            return;
        }
        MetricsCsv.read(directory.metrics(), row -> MetricsCsv.point(row).ifPresent(listener));
    }

    private Path image(int label, int column) throws RunFolderException {
        Path image = images.getOrDefault(label, Collections.emptySortedMap()).get(column);
        if (image == null) {
            throw new RunFolderException(directory.folder(), Message.of("run.imageMissing", label, column));
        }
        return image;
    }
}
