package org.dwastudio.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.stage.inspection.RealSample;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.ui.fake.FakeEngine;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.parameter.ParametersViewModel;
import org.dwastudio.ui.realimage.RealImagesViewModel;
import org.dwastudio.ui.synthesis.ImagesViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of a run of one column that starts from the first real image of each class. */
class NearestImagesViewModelTest {
    private static final Tile TILE = new Tile(3, 0);
    private static final List<String> CLASSES = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

    private final Experiment experiment = SynthesisPresets.demonstration();
    private final FakeEngine engine = new FakeEngine();
    private final Threads threads = new Threads(Runnable::run, Runnable::run, () -> 0);
    private final ImagesViewModel images = new ImagesViewModel();
    private final RealImagesViewModel real =
            new RealImagesViewModel(engine.features(), Runnable::run, new Notices(), experiment);
    private final SimpleObjectProperty<Boolean> resting = new SimpleObjectProperty<>(true);
    private final SimpleObjectProperty<Boolean> automatic = new SimpleObjectProperty<>(false);
    private final NearestImagesViewModel model = new NearestImagesViewModel(
            new InspectorViewModel(engine, Runnable::run, () -> 0, images, new ParametersViewModel(experiment)),
            images,
            real,
            new NearestImagesViewModel.Rules(resting, automatic, Duration.ZERO),
            threads);
    private int[] starts = {};

    @BeforeEach
    void start() throws Exception {
        try (RealSet set = engine.features()
                .realSet(experiment.dataset(), experiment.teacher(), (done, total) -> {}, () -> false)
                .toCompletableFuture()
                .get()) {
            RealSample sample = set.sample(CLASSES.size(), 1);
            starts = new int[CLASSES.size()];
            for (int i = 0; i < starts.length; i++) {
                starts[sample.labels()[i]] = sample.indices()[i];
            }
            images.onStart(experiment);
            images.onEvent(new RunEvent.StageStarted(StageName.SYNTHESIS, 10, CLASSES, Instant.EPOCH));
            change(0, set.images(starts));
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theStartImageIsFlaggedWhereItIsTheNearest() {
        real.request();
        images.selectedProperty().set(TILE);

        NearestImages nearest = model.nearestProperty().get().orElseThrow();
        assertThat(nearest.byFeatures()).hasSize(3);
        RealImage first = nearest.byFeatures().get(0);
        assertThat(first.index()).isEqualTo(starts[TILE.row()]);
        assertThat(first.value()).isCloseTo(1, within(1e-5));
        assertThat(first.isStart()).isTrue();
        assertThat(first.name()).isEqualTo("train image " + first.index());
        assertThat(first.file()).isEmpty();
        assertThat(nearest.byFeatures().get(1).isStart()).isFalse();
        assertThat(nearest.byFeatures().get(1).value()).isLessThan(first.value());
        assertThat(nearest.byPixels()).hasSize(1);
        assertThat(nearest.byPixels().get(0).value()).isZero();
        assertThat(nearest.byPixels().get(0).isStart()).isTrue();
    }

    @Test
    void theNearestImagesFollowTheSelectedImage() {
        real.request();
        images.selectedProperty().set(TILE);
        byte[] gray = new byte[10 * 28 * 28];
        change(5, new ImageBatch(10, 28, 28, 1, gray));

        RealImage nearest =
                model.nearestProperty().get().orElseThrow().byPixels().get(0);
        assertThat(nearest.value()).isGreaterThan(10);

        images.selectedProperty().set(null);
        assertThat(model.nearestProperty().get()).isEmpty();
    }

    @Test
    void theFeaturesOfASmallDatasetAreComputedUnaskedWhenNoStepsAreMade() {
        images.selectedProperty().set(TILE);
        assertThat(real.setProperty().get().value()).isEmpty();
        assertThat(model.nearestProperty().get()).isEmpty();

        automatic.set(true);
        resting.set(false);
        images.selectedProperty().set(new Tile(4, 0));
        assertThat(real.setProperty().get().value()).isEmpty();

        resting.set(true);

        assertThat(real.setProperty().get().value()).isPresent();
        assertThat(model.nearestProperty().get()).isPresent();
    }

    private void change(int iteration, ImageBatch batch) {
        images.onEvent(new RunEvent.ImagesChanged(0, iteration, 0, ColumnState.RUNNING, batch));
    }
}
