package org.dwastudio.report;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.resize.PilBilinearResize;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotReader;

/**
 * Frames of the image grid of a run at up to 12 iterations, one below the other in one image. A frame has the first
 * classes (rows) and columns, at most 10 × 10 images of at most 64 pixels; there are fewer if all frames together would
 * have more than 4 million values (pixels times channels).
 *
 * @param iterations iterations of the frames, ascending
 * @param rows number of classes in a frame
 * @param columns number of columns in a frame
 * @param frames all frames, one image of [frames × frame height, frame width]
 */
record EvolutionStrip(List<Integer> iterations, int rows, int columns, ImageBatch frames) {
    /** Most values of all frames together. */
    static final int MOST_VALUES = 4_000_000;

    private static final int MOST_FRAMES = 12;
    private static final int MOST_SIDE = 64;
    private static final int MOST_ROWS = 10;
    private static final int GAP = 2;
    private static final byte GAP_LEVEL = (byte) 128;

    EvolutionStrip {
        iterations = List.copyOf(iterations);
    }

    /**
     * Reads the frames of a run.
     *
     * @return empty if the run has snapshots of fewer than two iterations
     * @throws IOException if they cannot be read
     */
    static Optional<EvolutionStrip> of(RunDirectory run) throws IOException {
        try (SnapshotReader reader = SnapshotReader.open(run.snapshots())) {
            List<Integer> iterations = spread(List.copyOf(new TreeSet<>(
                    reader.snapshots().stream().map(Snapshot::iteration).toList())));
            return iterations.size() < 2 ? Optional.empty() : Optional.of(new Maker(reader, iterations).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Returns up to 12 of the iterations, evenly spread, the first and the last among them. */
    private static List<Integer> spread(List<Integer> all) {
        int count = Math.min(MOST_FRAMES, all.size());
        return IntStream.range(0, count)
                .map(i -> count == 1 ? 0 : i * (all.size() - 1) / (count - 1))
                .mapToObj(all::get)
                .toList();
    }

    /** Returns the width of a frame divided by its height. */
    double aspect() {
        return (double) frames.width() * iterations.size() / frames.height();
    }

    /** Maker of the strip of one run. */
    private static final class Maker {
        private final SnapshotReader reader;
        private final List<Integer> iterations;
        private final int height;
        private final int width;
        private final int channels;
        private final int rows;
        private final int[] columns;

        Maker(SnapshotReader reader, List<Integer> iterations) throws IOException {
            this.reader = reader;
            this.iterations = iterations;
            ImageBatch example = reader.images(0);
            double scale = Math.min(1, (double) MOST_SIDE / Math.max(example.height(), example.width()));
            height = Math.max(1, (int) Math.round(example.height() * scale));
            width = Math.max(1, (int) Math.round(example.width() * scale));
            channels = example.channels();
            int[] all = reader.snapshots().stream()
                    .mapToInt(Snapshot::column)
                    .distinct()
                    .sorted()
                    .toArray();
            int most = Math.max(1, MOST_VALUES / (iterations.size() * channels * (height + GAP) * (width + GAP)));
            int fittingRows = Math.min(MOST_ROWS, reader.classes());
            int fittingColumns = Math.min(MOST_ROWS, all.length);
            while (fittingRows * fittingColumns > most) {
                if (fittingRows >= fittingColumns) {
                    fittingRows--;
                } else {
                    fittingColumns--;
                }
            }
            rows = fittingRows;
            columns = Arrays.copyOf(all, fittingColumns);
        }

        EvolutionStrip strip() throws IOException {
            int frameHeight = rows * (height + GAP) - GAP;
            int frameWidth = columns.length * (width + GAP) - GAP;
            byte[] values = new byte[iterations.size() * frameHeight * frameWidth * channels];
            Arrays.fill(values, GAP_LEVEL);
            ImageBatch frames = new ImageBatch(1, iterations.size() * frameHeight, frameWidth, channels, values);
            for (int frame = 0; frame < iterations.size(); frame++) {
                for (int snapshot : reader.latestUpTo(iterations.get(frame))) {
                    Snapshot place = reader.snapshots().get(snapshot);
                    int column = Arrays.binarySearch(columns, place.column());
                    if (column >= 0 && place.firstClass() < rows) {
                        ImageBatch images = reader.images(snapshot);
                        for (int i = 0; i < images.count() && place.firstClass() + i < rows; i++) {
                            int top = frame * frameHeight + (place.firstClass() + i) * (height + GAP);
                            draw(images, i, frames, top, column * (width + GAP));
                        }
                    }
                }
            }
            return new EvolutionStrip(iterations, rows, columns.length, frames);
        }

        private void draw(ImageBatch images, int index, ImageBatch frames, int top, int left) {
            int size = images.bytes().length / images.count();
            ImageBatch one = new ImageBatch(
                    1,
                    images.height(),
                    images.width(),
                    channels,
                    Arrays.copyOfRange(images.bytes(), index * size, (index + 1) * size));
            ImageBatch drawn = images.height() == height && images.width() == width
                    ? one
                    : new PilBilinearResize(height, width).of(one);
            for (int y = 0; y < height; y++) {
                System.arraycopy(
                        drawn.bytes(),
                        y * width * channels,
                        frames.bytes(),
                        ((top + y) * frames.width() + left) * channels,
                        width * channels);
            }
        }
    }
}
