package org.dwastudio.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.TestImages;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotWriter;
import org.dwastudio.ui.fake.FakeEngine;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.synthesis.ImagesViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionsViewModelTest {
    private static final int CLASSES = 3;
    private static final int SIDE = 28;

    @TempDir
    private Path folder;

    private final FakeEngine engine = new FakeEngine();
    private final Threads threads = new Threads(Runnable::run, Runnable::run, () -> 0);
    private final ImagesViewModel images = new ImagesViewModel();
    private final SimpleObjectProperty<Optional<Path>> runFolder = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<Boolean> resting = new SimpleObjectProperty<>(true);
    private final PredictionsViewModel model = new PredictionsViewModel(
            engine.teachers(),
            new InspectorViewModel(
                    engine, Runnable::run, () -> 0, images, new ParametersViewModel(SynthesisPresets.demonstration())),
            images,
            new PredictionsViewModel.Place(runFolder, resting, Duration.ZERO),
            threads);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void thePredictionsOfTheSelectedImageFollowItsSnapshots() throws IOException {
        write(3);
        images.selectedProperty().set(new Tile(1, 0));

        assertThat(model.predictionsProperty().get())
                .extracting(PredictedImage::iteration)
                .containsExactly(0, 1, 2);
        PredictedImage first = model.predictionsProperty().get().get(0);
        assertThat(first.probabilityOf(first.classes().get(0).label())).hasValue(0.987);
        assertThat(first.probabilityOf(99)).isEmpty();

        images.selectedProperty().set(null);
        assertThat(model.predictionsProperty().get()).isEmpty();
    }

    @Test
    void noMoreImagesAreAskedForThanAQuestionAllows() throws IOException {
        write(70);
        images.selectedProperty().set(new Tile(1, 0));

        assertThat(engine.teachers().askedBatches()).containsExactly(50);
        assertThat(model.predictionsProperty().get())
                .extracting(PredictedImage::iteration)
                .startsWith(0)
                .endsWith(69);
    }

    @Test
    void nothingIsAskedWhileStepsAreMade() throws IOException {
        write(3);
        resting.set(false);
        images.selectedProperty().set(new Tile(1, 0));
        assertThat(engine.teachers().askedBatches()).isEmpty();

        resting.set(true);

        assertThat(engine.teachers().askedBatches()).containsExactly(3);
        assertThat(model.predictionsProperty().get()).hasSize(3);
    }

    @Test
    void aRunWithoutSnapshotsHasNoPredictions() {
        runFolder.set(Optional.of(folder));
        images.selectedProperty().set(new Tile(1, 0));

        assertThat(model.predictionsProperty().get()).isEmpty();
        assertThat(engine.teachers().askedBatches()).isEmpty();
    }

    private void write(int snapshots) throws IOException {
        try (SnapshotWriter writer = new SnapshotWriter(new RunDirectory(folder).snapshots(), 0, 10_000_000)) {
            for (int iteration = 0; iteration < snapshots; iteration++) {
                writer.add(
                        new Snapshot(0, 0, iteration, CLASSES),
                        TestImages.random(CLASSES, SIDE, 1, iteration),
                        snapshots);
            }
        }
        runFolder.set(Optional.of(folder));
    }
}
