package org.dwastudio.ui.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.codec.PngFile;
import org.dwastudio.run.ImageOrigin;
import org.dwastudio.run.ImageStore;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.ui.fake.FakeEngine;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.inspector.InspectorViewModel;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileViewModelTest {
    private static final int CLASSES = 10;
    private static final Tile TILE = new Tile(8, 3);

    private final FakeEngine engine = new FakeEngine();
    private final ImagesViewModel images = new ImagesViewModel();
    private final SimpleObjectProperty<Optional<Path>> folder = new SimpleObjectProperty<>(Optional.empty());
    private final Notices notices = new Notices();
    private final List<Path> revealed = new ArrayList<>();
    private final InspectorViewModel inspector = new InspectorViewModel(
            engine, Runnable::run, () -> 0, images, new ParametersViewModel(SynthesisPresets.demonstration()));
    private final TileViewModel tiles = new TileViewModel(
            images,
            inspector::knownPrediction,
            folder,
            file -> {
                if (!Files.exists(file)) {
                    throw new IOException("no file manager");
                }
                revealed.add(file);
            },
            notices,
            new Threads(Runnable::run, Runnable::run, () -> 0));

    @TempDir
    private Path home;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void factsFollowTheStateOfTheColumn() {
        begin(5);
        assertThat(tiles.factsOf(TILE))
                .isEqualTo(new TileFacts("class 8", 3, ColumnState.WAITING, 0, false, Optional.empty()));
        assertThat(tiles.hasImage(TILE)).isFalse();

        see(3, 12, ColumnState.RUNNING, 7);

        assertThat(tiles.factsOf(TILE))
                .isEqualTo(new TileFacts("class 8", 3, ColumnState.RUNNING, 12, false, Optional.empty()));
        assertThat(tiles.hasImage(TILE)).isTrue();
    }

    @Test
    void thePredictionIsKnownUntilTheImageChanges() {
        begin(5);
        see(3, 12, ColumnState.RUNNING, 7);

        tiles.inspect(TILE);
        assertThat(images.selectedProperty().get()).isEqualTo(TILE);
        images.selectedProperty().set(null);

        assertThat(tiles.factsOf(TILE).prediction())
                .hasValueSatisfying(known -> assertThat(known.probability()).isEqualTo(0.987));
        assertThat(tiles.factsOf(new Tile(8, 2)).prediction()).isEmpty();
        see(3, 13, ColumnState.RUNNING, 9);
        assertThat(tiles.factsOf(TILE).prediction()).isEmpty();
    }

    @Test
    void thePredictionsOfARunEndWithIt() {
        begin(5);
        see(3, 12, ColumnState.RUNNING, 7);
        tiles.inspect(TILE);
        images.selectedProperty().set(null);

        begin(5);
        inspector.onStart(SynthesisPresets.demonstration());
        see(3, 12, ColumnState.RUNNING, 7);

        assertThat(tiles.factsOf(TILE).prediction()).isEmpty();
    }

    @Test
    void aCopyOfARunningImageHasItsPixelsOfThisMoment() throws IOException {
        begin(5);
        see(3, 12, ColumnState.RUNNING, 7);
        store(3, 200);
        List<ImageBatch> read = new ArrayList<>();

        tiles.read(TILE, read::add);
        tiles.save(TILE, home.resolve("copy.png"));

        assertThat(read).hasSize(1);
        assertThat(read.get(0).count()).isEqualTo(1);
        assertThat(read.get(0).at(0, 0, 0, 0)).isEqualTo(7);
        assertThat(PngFile.read(home.resolve("copy.png")).at(0, 0, 0, 0)).isEqualTo(7);
        assertThat(keys()).containsExactly("notice.saved");
    }

    @Test
    void aCopyOfAFinishedImageIsItsFileWithTheExperimentInIt() throws Exception {
        begin(5);
        see(3, 300, ColumnState.FINISHED, 7);
        Path stored = store(3, 7);

        tiles.save(TILE, home.resolve("copy.png"));

        assertThat(home.resolve("copy.png")).hasSameBinaryContentAs(stored);
        assertThat(ImageOrigin.read(home.resolve("copy.png"))).isPresent();
    }

    @Test
    void anImageOfAHugeGridIsCopiedInFullSize() throws IOException {
        begin(100_000);
        see(2, 300, ColumnState.FINISHED, 5);
        see(3, 300, ColumnState.FINISHED, 7);
        store(2, 5);
        Tile reduced = new Tile(8, 2);
        assertThat(images.imageAt(reduced).orElseThrow().block().height()).isLessThan(28);
        List<ImageBatch> read = new ArrayList<>();

        tiles.read(reduced, read::add);

        assertThat(read.get(0).height()).isEqualTo(28);
    }

    @Test
    void aNameWithoutExtensionReplacesNothing() throws IOException {
        begin(5);
        see(3, 12, ColumnState.RUNNING, 7);
        Files.writeString(home.resolve("copy.png"), "mine");

        tiles.save(TILE, home.resolve("copy"));

        assertThat(home.resolve("copy.png")).hasContent("mine");
        assertThat(PngFile.read(home.resolve("copy-2.png")).at(0, 0, 0, 0)).isEqualTo(7);
    }

    @Test
    void aFailedCopyIsReported() throws IOException {
        begin(5);
        see(3, 12, ColumnState.RUNNING, 7);
        Files.writeString(home.resolve("file"), "");

        tiles.save(TILE, home.resolve("file").resolve("copy.png"));

        assertThat(keys()).containsExactly("tile.failed");
    }

    @Test
    void theFileIsLocatedWhateverItsNumbersArePaddedTo() throws IOException {
        begin(5);
        see(3, 300, ColumnState.FINISHED, 7);
        List<Optional<Path>> located = new ArrayList<>();
        tiles.locate(TILE, located::add);
        Path stored = store(3, 7);

        tiles.locate(TILE, located::add);
        tiles.locate(new Tile(8, 4), located::add);

        assertThat(located).containsExactly(Optional.empty(), Optional.of(stored), Optional.empty());
    }

    @Test
    void theFileIsShownInTheFileManagerOrItsPathIsReported() throws IOException {
        begin(5);
        Path stored = store(3, 7);

        tiles.reveal(stored);
        assertThat(revealed).containsExactly(stored);
        tiles.reveal(home.resolve("gone.png"));

        assertThat(keys()).containsExactly("notice.cannotOpen");
        assertThat(notices.shown().get(0).arguments())
                .containsExactly(home.resolve("gone.png").toString());
    }

    @Test
    void theSuggestedNameIsThatOfClassAndColumn() {
        begin(5);

        assertThat(tiles.suggestedName(TILE)).isEqualTo("class-8-3.png");
    }

    private void begin(int columns) {
        images.onStart(SynthesisPresets.demonstration()
                .withSynthesis(SynthesisPresets.demonstration().synthesis().withImagesPerClass(columns)));
        List<String> names =
                IntStream.range(0, CLASSES).mapToObj(label -> "class " + label).toList();
        images.onEvent(new RunEvent.StageStarted(StageName.SYNTHESIS, 1, names, Instant.EPOCH));
        see(0, 0, ColumnState.WAITING, 1);
    }

    private void see(int column, int iteration, ColumnState state, int value) {
        images.onEvent(new RunEvent.ImagesChanged(column, iteration, 0, state, flat(value)));
    }

    /** Writes a column to the run folder, its numbers padded for 1000 columns. */
    private Path store(int column, int value) throws IOException {
        Path run = home.resolve("run");
        Files.createDirectories(run);
        folder.set(Optional.of(run));
        List<String> names = images.layoutProperty().get().classNames();
        ImageStore store = new ImageStore(new RunDirectory(run).images(), names, 1000);
        store.write(column, 0, flat(value), SynthesisPresets.demonstration());
        return store.path(TILE.row(), column);
    }

    private static ImageBatch flat(int value) {
        byte[] bytes = new byte[CLASSES * 28 * 28];
        Arrays.fill(bytes, (byte) value);
        return new ImageBatch(CLASSES, 28, 28, 1, bytes);
    }

    private List<String> keys() {
        return notices.shown().stream().map(Notice::key).toList();
    }
}
