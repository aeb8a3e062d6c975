package org.dwastudio.ui.timeline;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.dwastudio.event.ColumnState;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotReader;
import org.dwastudio.text.DescribedFileException;
import org.dwastudio.ui.fx.BackgroundCall;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.dwastudio.ui.synthesis.ImageRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reader of the snapshots of a run, in the background. The file is closed after every answer: the run may be resumed, moved or
 * deleted meanwhile.
 */
public final class SnapshotLoader {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotLoader.class);

    private SnapshotLoader() {}

    /**
     * Question about a run.
     *
     * @param folder folder of the run
     * @param iteration iteration whose images are wanted; empty if only the list of iterations is
     */
    record Question(Path folder, OptionalInt iteration) {}

    /** Answers a question in the background. */
    static CompletionStage<Moments> load(Question question, Executor background) {
        return BackgroundCall.start(() -> answer(question), background);
    }

    /**
     * Reads what the file holds by now. Every column has its last snapshot that is not later than the iteration; damaged ones
     * are left out. A run without the file has no moments.
     *
     * @throws IOException if the file cannot be read or holds something else
     */
    static Moments answer(Question question) throws IOException {
        try (SnapshotReader snapshots = SnapshotReader.open(new RunDirectory(question.folder()).snapshots())) {
            List<Integer> iterations = snapshots.snapshots().stream()
                    .map(Snapshot::iteration)
                    .distinct()
                    .sorted()
                    .toList();
            List<Integer> wanted = question.iteration().isPresent()
                    ? snapshots.latestUpTo(question.iteration().getAsInt())
                    : List.of();
            return new Moments(question.folder(), snapshots.snapshots().size(), iterations, images(snapshots, wanted));
        } catch (NoSuchFileException e) {
            // The first snapshot may still come.
            return Moments.none(question.folder());
        }
    }

    private static Map<ColumnSlice, ColumnImages> images(SnapshotReader snapshots, List<Integer> wanted)
            throws IOException {
        Map<ColumnSlice, ColumnImages> images = new HashMap<>();
        for (int index : wanted) {
            Snapshot place = snapshots.snapshots().get(index);
            try {
                images.put(
                        new ColumnSlice(place.column(), place.firstClass()),
                        new ColumnImages(snapshots.images(index), ColumnState.FINISHED, place.iteration()));
            } catch (DescribedFileException e) {
                LOG.warn("A snapshot is left out: {}", e.getMessage());
            }
        }
        return images;
    }

    /**
     * Reads one image at some iterations, evenly spread over its snapshots, the first and the last one among them.
     *
     * @param most largest number of images, 2 or more
     * @throws IOException if the file cannot be read or is damaged
     */
    public static List<EarlierImage> history(Path folder, Tile tile, int most) throws IOException {
        try (SnapshotReader snapshots = SnapshotReader.open(new RunDirectory(folder).snapshots())) {
            List<Snapshot> places = snapshots.snapshots();
            int[] own = IntStream.range(0, places.size())
                    .filter(i -> holds(places.get(i), tile))
                    .toArray();
            int count = Math.min(most, own.length);
            List<EarlierImage> history = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int index = own[count == 1 ? 0 : (int) Math.round(i * (own.length - 1) / (count - 1.0))];
                Snapshot place = places.get(index);
                history.add(new EarlierImage(
                        place.iteration(), alone(snapshots.images(index), tile.row() - place.firstClass())));
            }
            return history;
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Copies an image, so that the images of the other classes are not kept. */
    private static ImageBatch alone(ImageBatch images, int index) {
        return new ImageRef(images, index).alone();
    }

    private static boolean holds(Snapshot place, Tile tile) {
        return place.column() == tile.column()
                && place.firstClass() <= tile.row()
                && tile.row() < place.firstClass() + place.count();
    }
}
