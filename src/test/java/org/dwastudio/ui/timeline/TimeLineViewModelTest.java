package org.dwastudio.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.TuningChange;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.TestImages;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotWriter;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.dwastudio.ui.synthesis.ImageRef;
import org.dwastudio.ui.synthesis.ImagesViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a run of two columns and three classes: the first has snapshots 0, 4 and 8, the second 0 and 4. */
class TimeLineViewModelTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path folder;

    private final Threads threads = new Threads(Runnable::run, Runnable::run, () -> 0);
    private final ImagesViewModel images = new ImagesViewModel();
    private final TimeLineViewModel timeLine = new TimeLineViewModel(images, threads);
    private final SimpleObjectProperty<Optional<Path>> runFolder = new SimpleObjectProperty<>(Optional.empty());
    private final HistoryViewModel history = new HistoryViewModel(images, timeLine, runFolder, threads);

    @BeforeEach
    void showARun() throws IOException {
        try (SnapshotWriter writer = new SnapshotWriter(new RunDirectory(folder).snapshots(), 0, 10_000)) {
            for (Snapshot place : List.of(place(0, 0), place(0, 4), place(0, 8), place(1, 0), place(1, 4))) {
                writer.add(place, pixels(place), 3);
            }
        }
        timeLine.follow(runFolder);
        start(SynthesisPresets.demonstration());
        runFolder.set(Optional.of(folder));
        newest(0, 8, ColumnState.FINISHED);
        newest(1, 6, ColumnState.RUNNING);
    }

    @Test
    void theNewestImagesAreShownFirst() {
        assertThat(timeLine.stateProperty().get()).isEqualTo(TimeLineState.READY);
        assertThat(timeLine.liveProperty().get()).isTrue();
        assertThat(timeLine.positionProperty().get()).isEqualTo(6);
        assertThat(timeLine.cursorProperty().get()).isNaN();
        assertThat(shown(0).iteration()).isEqualTo(8);
    }

    @Test
    void lookingBackShowsTheLastSnapshotOfEveryColumnUpToTheIteration() {
        timeLine.lookAt(7.4);

        assertThat(timeLine.positionProperty().get()).isEqualTo(8);
        assertThat(timeLine.cursorProperty().get()).isEqualTo(8);
        assertThat(shown(0).images().bytes()).isEqualTo(pixels(place(0, 8)).bytes());
        assertThat(shown(1).images().bytes()).isEqualTo(pixels(place(1, 4)).bytes());
        assertThat(shown(1).iteration()).isEqualTo(4);
        assertThat(shown(1).state()).isEqualTo(ColumnState.RUNNING);
        assertThat(images.imageAt(new Tile(2, 1)).orElseThrow().block()).isSameAs(shown(1).images());
        assertThat(images.imageAt(new Tile(2, 1)).orElseThrow().index()).isEqualTo(2);
    }

    @Test
    void newImagesDoNotDisturbAndAreShownAfterwards() {
        timeLine.toStart();
        newest(1, 7, ColumnState.RUNNING);

        assertThat(shown(1).iteration()).isZero();
        assertThat(timeLine.reachedProperty().get()).isEqualTo(7);
        assertThat(timeLine.positionProperty().get()).isZero();

        timeLine.toLive();

        assertThat(shown(1).iteration()).isEqualTo(7);
        assertThat(timeLine.positionProperty().get()).isEqualTo(7);
        assertThat(images.isLookingBack()).isFalse();
    }

    @Test
    void stepsGoFromSnapshotToSnapshotAndNoFurther() {
        timeLine.toStart();
        timeLine.move(1);
        assertThat(timeLine.positionProperty().get()).isEqualTo(4);
        timeLine.move(1);
        timeLine.move(1);
        assertThat(timeLine.positionProperty().get()).isEqualTo(8);
        timeLine.move(-5);
        assertThat(timeLine.positionProperty().get()).isZero();
    }

    @Test
    void playingBeginsAtTheStartAndEndsAtTheLastSnapshot() {
        timeLine.playOrPause();
        assertThat(timeLine.playingProperty().get()).isTrue();
        assertThat(timeLine.positionProperty().get()).isZero();

        timeLine.advance();
        timeLine.advance();
        assertThat(timeLine.positionProperty().get()).isEqualTo(8);
        timeLine.advance();
        assertThat(timeLine.playingProperty().get()).isFalse();
        assertThat(timeLine.positionProperty().get()).isEqualTo(8);
    }

    @Test
    void theLineIsAsLongAsAColumnAndFollowsAChangeByHand() {
        assertThat(timeLine.lastProperty().get()).isEqualTo(300);
        TuningChange change = new TuningChange(1, 2, SynthesisConfig.ITERATIONS, 300, 400);

        timeLine.onEvent(new RunEvent.TuningChanged(change, TIME));

        assertThat(timeLine.lastProperty().get()).isEqualTo(400);
        assertThat(timeLine.changes()).containsExactly(change);
    }

    @Test
    void aRunWithoutSnapshotsNamesTheReason() throws IOException {
        Files.delete(new RunDirectory(folder).snapshots());
        Path other = Files.createDirectory(folder.resolve("other"));
        start(SynthesisPresets.demonstration());
        runFolder.set(Optional.of(other));
        assertThat(timeLine.stateProperty().get()).isEqualTo(TimeLineState.EMPTY);
        timeLine.onEnd();
        assertThat(timeLine.stateProperty().get()).isEqualTo(TimeLineState.MISSING);

        start(SynthesisPresets.demonstration()
                .withSynthesis(SynthesisPresets.demonstration()
                        .synthesis()
                        .withExecution(execution -> execution.withSnapshotMegabytes(0))));
        timeLine.onBatchEnd();
        assertThat(timeLine.stateProperty().get()).isEqualTo(TimeLineState.OFF);

        Files.writeString(new RunDirectory(other).snapshots(), "nothing that could be read as snapshots");
        timeLine.onEnd();
        assertThat(timeLine.stateProperty().get()).isEqualTo(TimeLineState.DAMAGED);
    }

    @Test
    void aRunThatEndsWhileTheUserLooksBackKeepsItsPlace() {
        timeLine.lookAt(4);

        timeLine.onEnd();

        assertThat(timeLine.positionProperty().get()).isEqualTo(4);
        assertThat(shown(0).iteration()).isEqualTo(4);
        assertThat(images.startOf(new ColumnSlice(0, 0)).orElseThrow().bytes())
                .isEqualTo(pixels(place(0, 0)).bytes());
    }

    @Test
    void anotherRunHasItsOwnStartImagesAndTimeLine() throws IOException {
        timeLine.lookAt(4);
        Path other = Files.createDirectory(folder.resolve("other"));
        try (SnapshotWriter writer = new SnapshotWriter(new RunDirectory(other).snapshots(), 0, 10_000)) {
            writer.add(place(0, 0), pixels(place(7, 7)), 3);
        }

        runFolder.set(Optional.empty());
        start(SynthesisPresets.demonstration());
        newest(0, 8, ColumnState.FINISHED);
        timeLine.onEnd();
        runFolder.set(Optional.of(other));

        assertThat(timeLine.liveProperty().get()).isTrue();
        assertThat(timeLine.momentsProperty().get().iterations()).containsExactly(0);
        assertThat(images.startOf(new ColumnSlice(0, 0)).orElseThrow().bytes())
                .isEqualTo(pixels(place(7, 7)).bytes());
        runFolder.set(Optional.empty());
        assertThat(timeLine.stateProperty().get()).isEqualTo(TimeLineState.EMPTY);
    }

    @Test
    void aDamagedSnapshotLeavesItsColumnAtTheNewestImages() throws IOException {
        byte[] content = Files.readAllBytes(new RunDirectory(folder).snapshots());
        // The first record, column 0 at iteration 0.
        content[24 + 20]++;
        Files.write(new RunDirectory(folder).snapshots(), content);

        timeLine.toStart();

        assertThat(shown(0).iteration()).isEqualTo(8);
        assertThat(shown(1).iteration()).isZero();
    }

    @Test
    void theHistoryOfTheSelectedImageLeadsToItsIterations() {
        images.selectedProperty().set(new Tile(2, 0));

        assertThat(history.historyProperty().get())
                .extracting(EarlierImage::iteration, earlier -> earlier.image().count())
                .containsExactly(tuple(0, 1), tuple(4, 1), tuple(8, 1));
        assertThat(history.historyProperty().get().get(1).image().bytes())
                .isEqualTo(new ImageRef(pixels(place(0, 4)), 2).alone().bytes());

        history.lookAt(history.historyProperty().get().get(1));

        assertThat(timeLine.positionProperty().get()).isEqualTo(4);
        images.selectedProperty().set(null);
        assertThat(history.historyProperty().get()).isEmpty();
    }

    private void start(Experiment experiment) {
        images.onStart(experiment);
        timeLine.onStart(experiment);
        RunEvent started = new RunEvent.StageStarted(StageName.SYNTHESIS, 3000, List.of("a", "b", "c"), TIME);
        images.onEvent(started);
        timeLine.onEvent(started);
    }

    private void newest(int column, int iteration, ColumnState state) {
        RunEvent changed =
                new RunEvent.ImagesChanged(column, iteration, 0, state, TestImages.random(3, 8, 1, 100 + iteration));
        images.onEvent(changed);
        timeLine.onEvent(changed);
        timeLine.onBatchEnd();
    }

    private ColumnImages shown(int column) {
        return images.shown().get(new ColumnSlice(column, 0));
    }

    private static Snapshot place(int column, int iteration) {
        return new Snapshot(column, 0, iteration, 3);
    }

    private static ImageBatch pixels(Snapshot place) {
        return TestImages.random(3, 8, 1, 10L * place.column() + place.iteration());
    }
}
