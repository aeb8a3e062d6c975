package org.dwastudio.stage.export;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.animation.FrameGrid;
import org.dwastudio.image.animation.Frames;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotReader;

/**
 * Frames of an animation of a run: one per iteration that has snapshots, and the last one for a while. A frame is a grid
 * of classes (rows) and columns; a column has its last snapshot that is not later than the iteration. Takes the first
 * classes and columns that fit on a screen.
 */
final class SnapshotFrames implements Frames {
    /** Longest side of a frame, in pixels. */
    private static final int LONGEST_SIDE = 2000;
    /** Side up to which images are drawn twice as large. */
    private static final int SMALL = 64;

    private static final int GAP = 2;
    /** Number of frames for which the last iteration stays. */
    private static final int REST = 10;

    private final SnapshotReader reader;
    private final List<Integer> iterations;
    private final ImageBatch example;
    private final int scale;
    private final int classes;
    private final List<Integer> columns;

    /**
     * Creates the frames.
     *
     * @param reader reader of one snapshot or more
     */
    SnapshotFrames(SnapshotReader reader) throws IOException {
        this.reader = reader;
        List<Snapshot> snapshots = reader.snapshots();
        iterations = List.copyOf(
                new TreeSet<>(snapshots.stream().map(Snapshot::iteration).toList()));
        example = reader.images(0);
        scale = Math.max(example.width(), example.height()) <= SMALL ? 2 : 1;
        classes = Math.min(reader.classes(), most(example.height()));
        columns = snapshots.stream()
                .map(Snapshot::column)
                .distinct()
                .sorted()
                .limit(most(example.width()))
                .toList();
    }

    private int most(int side) {
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
            if (column >= 0 && place.firstClass() < classes) {
                ImageBatch images = reader.images(snapshot);
                for (int i = 0; i < images.count() && place.firstClass() + i < classes; i++) {
                    int tile = (place.firstClass() + i) * columns.size() + column;
                    System.arraycopy(images.bytes(), i * size, bytes, tile * size, size);
                }
            }
        }
        return new ImageBatch(imagesPerFrame(), example.height(), example.width(), example.channels(), bytes);
    }
}
