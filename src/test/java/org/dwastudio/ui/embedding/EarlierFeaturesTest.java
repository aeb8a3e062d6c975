package org.dwastudio.ui.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.event.ColumnState;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.TestImages;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotWriter;
import org.dwastudio.ui.fake.PixelFeatures;
import org.dwastudio.ui.fake.ShownRun;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.timeline.TimeLineViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trails of a run of two columns: the first has snapshots 0, 4 and 8, the second 0 and 4. */
class EarlierFeaturesTest {
    private static final Tile ANT = new Tile(0, 0);
    private static final Tile COW = new Tile(2, 1);

    @TempDir
    private Path folder;

    private final BooleanProperty idle = new SimpleBooleanProperty(true);
    private final SimpleObjectProperty<Optional<Path>> runFolder = new SimpleObjectProperty<>(Optional.empty());
    private ShownRun run;
    private EmbeddingViewModel map;

    @BeforeEach
    void showARun() throws IOException {
        run = new ShownRun(folder);
        map = new EmbeddingViewModel(run.real(), run.features(), run.threads(), run.notices());
        TimeLineViewModel timeLine = new TimeLineViewModel(run.images(), run.threads());
        timeLine.follow(runFolder);
        new EarlierFeatures(timeLine, run.features(), map, idle, run.threads()).begin();
        write("run", 1);
        run.start(2);
        run.show(0, 8, ColumnState.FINISHED);
        run.show(1, 6, ColumnState.STOPPED);
        run.end();
    }

    @Test
    void trailsOfARunThatIsOverAreComplete() {
        open("run");
        map.shownProperty().set(true);
        run.finish();

        // The last snapshot of the second column stands for iteration 8 too.
        assertThat(map.trail(ANT)).hasSize(3).doesNotHaveDuplicates();
        assertThat(map.trail(COW)).hasSize(3).doesNotHaveDuplicates();
        assertThat(map.trail(ANT).get(1).x()).isEqualTo(place(pixels(0, 4), 0));
        assertThat(map.trail(COW).get(0).x()).isEqualTo(place(pixels(1, 0), 2));
        assertThat(map.trail(COW).get(2).x()).isEqualTo(place(ShownRun.pixels(1, 6), 2));
        // The newest images, then iterations 0 and 4; those of iteration 8 are known.
        assertThat(run.service().counts()).containsExactly(6, 6, 6);
    }

    @Test
    void nothingIsAskedDuringARunAndTheSearchBeginsAtItsEnd() {
        idle.set(false);
        open("run");
        map.shownProperty().set(true);
        run.finish();
        assertThat(run.service().counts()).containsExactly(6);

        idle.set(true);
        run.finish();

        assertThat(map.trail(ANT)).hasSize(3);
    }

    @Test
    void nothingIsAskedWhileTheMapIsHidden() {
        open("run");
        run.finish();
        assertThat(run.service().asked()).isEmpty();

        map.shownProperty().set(true);
        run.finish();
        int asked = run.service().asked().size();
        map.shownProperty().set(false);
        map.shownProperty().set(true);
        run.finish();

        assertThat(run.service().asked()).hasSize(asked);
    }

    @Test
    void aRunThatStartsEndsTheSearchAndItsEndResumesIt() {
        open("run");
        run.service().hold();
        map.shownProperty().set(true);
        run.finish();
        run.service().answer();
        run.finish();
        assertThat(run.service().counts()).containsExactly(6, 6);
        idle.set(false);
        run.service().answer();
        run.finish();
        assertThat(run.service().counts()).containsExactly(6, 6);
        assertThat(map.trail(ANT)).hasSize(2);

        idle.set(true);
        run.finish();
        run.service().answer();
        run.finish();

        assertThat(map.trail(ANT)).hasSize(3);
        assertThat(run.service().counts()).containsExactly(6, 6, 6);
    }

    @Test
    void theSearchFollowsTheRunThatIsShown() throws IOException {
        write("other", 2);
        open("run");
        run.service().hold();
        map.shownProperty().set(true);
        run.finish();
        run.service().answer();
        run.finish();

        open("other");
        run.start(2);
        run.show(0, 8, ColumnState.FINISHED);
        run.show(1, 6, ColumnState.STOPPED);
        run.end();
        run.finish();
        while (run.service().isAsked()) {
            run.service().answer();
            run.finish();
        }

        assertThat(map.trail(ANT)).hasSize(3);
        assertThat(map.trail(ANT).get(1).x()).isEqualTo(place(pixels(2 * 10, 4), 0));
    }

    @Test
    void largeRunsAreLeftToTheTimeLine() throws IOException {
        int classes = 1001;
        Path large = Files.createDirectory(folder.resolve("large"));
        try (SnapshotWriter writer = new SnapshotWriter(new RunDirectory(large).snapshots(), 0, 1_000_000)) {
            for (int column = 0; column < 2; column++) {
                writer.add(
                        new Snapshot(column, 0, 0, classes),
                        TestImages.random(classes, ShownRun.SIZE, 1, column),
                        classes);
            }
        }

        open("large");
        map.shownProperty().set(true);
        run.finish();

        assertThat(run.service().counts()).containsExactly(6);
    }

    private void open(String name) {
        runFolder.set(Optional.of(folder.resolve(name)));
    }

    private void write(String name, int number) throws IOException {
        Path directory = Files.createDirectory(folder.resolve(name));
        try (SnapshotWriter writer = new SnapshotWriter(new RunDirectory(directory).snapshots(), 0, 10_000)) {
            for (Snapshot place : new Snapshot[] {place(0, 0), place(0, 4), place(0, 8), place(1, 0), place(1, 4)}) {
                int column = number == 1 ? place.column() : place.column() + 10 * number;
                writer.add(place, pixels(column, place.iteration()), 3);
            }
        }
    }

    private double place(ImageBatch block, int row) {
        return map.mapProperty()
                .get()
                .value()
                .orElseThrow()
                .project(PixelFeatures.of(block))
                .x()[row];
    }

    private static Snapshot place(int column, int iteration) {
        return new Snapshot(column, 0, iteration, 3);
    }

    private static ImageBatch pixels(int column, int iteration) {
        return TestImages.random(3, ShownRun.SIZE, 1, 77L + 10L * column + iteration);
    }
}
