package org.dwastudio.stage.export;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.animation.FrameGrid;
import org.dwastudio.image.animation.Frames;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotReader;
import org.dwastudio.stage.export.format.AnimationOptions;

/**
 * Frames of an animation of a run: one per iteration that has snapshots, and the last one for a while. A frame is a grid
 * of classes (rows) and columns, or a single image; a column has its last snapshot that is not later than the iteration.
 */
final class SnapshotFrames implements Frames {
    /** Longest side of a frame, in pixels. */
    private static final int LONGEST_SIDE = 2000;
    /** Side up to which images are drawn twice as large. */
    private static final int SMALL = 64;

    private static final int GAP = 2;
    /** Number of frames for which the last iteration stays. */
    private static final int REST = 10;

    /** Least side of a single image, in pixels. */
    private static final int LEAST_SINGLE = 256;

    private final SnapshotReader reader;
    private final List<Integer> iterations;
    private final ImageBatch example;
    private final int scale;
    private final int firstClass;
    private final int classes;
    private final List<Integer> columns;

    private SnapshotFrames(
            SnapshotReader reader, List<Integer> iterations, int scale, int firstClass, int classes, int... columns)
            throws IOException {
        this.reader = reader;
        this.iterations = List.copyOf(iterations);
        this.scale = scale;
        this.firstClass = firstClass;
        this.classes = classes;
        this.columns = IntStream.of(columns).boxed().toList();
        example = reader.images(0);
    }

    /**
     * Creates the frames of the first classes and columns that fit on a screen.
     *
     * @param reader reader of one snapshot or more
     * @param wantedScale factor of the size of every image; empty for 2 for small images, 1 for others
     */
    static SnapshotFrames ofGrid(SnapshotReader reader, OptionalInt wantedScale) throws IOException {
        ImageBatch example = reader.images(0);
        int scale = wantedScale.orElse(Math.max(example.width(), example.height()) <= SMALL ? 2 : 1);
        int[] columns = reader.snapshots().stream()
                .mapToInt(Snapshot::column)
                .distinct()
                .sorted()
                .limit(most(example.width(), scale))
                .toArray();
        return new SnapshotFrames(
                reader,
                iterations(reader.snapshots()),
                scale,
                0,
                Math.min(reader.classes(), most(example.height(), scale)),
                columns);
    }

    /**
     * Creates the frames of one image: those iterations that its column kept.
     *
     * @param reader reader of one snapshot of the image or more
     * @param wantedScale factor of the size of every image; empty for the smallest that makes both sides 256 pixels long
     */
    static SnapshotFrames ofImage(SnapshotReader reader, AnimationOptions.Place image, OptionalInt wantedScale)
            throws IOException {
        ImageBatch example = reader.images(0);
        int side = Math.min(example.width(), example.height());
        List<Snapshot> own = reader.snapshots().stream()
                .filter(snapshot -> holds(snapshot, image))
                .toList();
        return new SnapshotFrames(
                reader,
                iterations(own),
                wantedScale.orElse((LEAST_SINGLE + side - 1) / side),
                image.label(),
                1,
                image.column());
    }

    /** Returns whether a snapshot holds an image. */
    static boolean holds(Snapshot snapshot, AnimationOptions.Place image) {
        int place = image.label() - snapshot.firstClass();
        return snapshot.column() == image.column() && place >= 0 && place < snapshot.count();
    }

    private static List<Integer> iterations(List<Snapshot> snapshots) {
        return List.copyOf(
                new TreeSet<>(snapshots.stream().map(Snapshot::iteration).toList()));
    }

    private static int most(int side, int scale) {
        return Math.max(1, LONGEST_SIDE / (side * scale + GAP));
    }

    /** Returns the number of images of a frame. */
    int imagesPerFrame() {
        return classes * columns.size();
    }

    FrameGrid grid() {
        return new FrameGrid(columns.size(), scale, GAP);
    }

    @Override
    public int count() {
        return iterations.size() - 1 + REST;
    }

    @Override
    public ImageBatch frame(int index) throws IOException {
        int iteration = iterations.get(Math.min(index, iterations.size() - 1));
        int size = example.height() * example.width() * example.channels();
        byte[] bytes = new byte[Math.multiplyExact(imagesPerFrame(), size)];
        for (int snapshot : reader.latestUpTo(iteration)) {
            Snapshot place = reader.snapshots().get(snapshot);
            int column = columns.indexOf(place.column());
            int from = Math.max(firstClass, place.firstClass());
            int to = Math.min(firstClass + classes, place.firstClass() + place.count());
            if (column >= 0 && from < to) {
                ImageBatch images = reader.images(snapshot);
                for (int label = from; label < to; label++) {
                    int tile = (label - firstClass) * columns.size() + column;
                    System.arraycopy(images.bytes(), (label - place.firstClass()) * size, bytes, tile * size, size);
                }
            }
        }
        return new ImageBatch(imagesPerFrame(), example.height(), example.width(), example.channels(), bytes);
    }
}
