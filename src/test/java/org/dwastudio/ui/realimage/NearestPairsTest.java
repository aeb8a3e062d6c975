package org.dwastudio.ui.realimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.TestImages;
import org.dwastudio.stage.inspection.RealSample;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.ui.fake.FakeEngine;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.dwastudio.ui.synthesis.GridContent;
import org.dwastudio.ui.synthesis.ImagesViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NearestPairsTest {
    private static final List<String> CLASSES = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

    private final Experiment experiment = SynthesisPresets.demonstration();
    private final FakeEngine engine = new FakeEngine();
    private final Threads threads = new Threads(Runnable::run, Runnable::run, () -> 0);
    private final ImagesViewModel images = new ImagesViewModel();
    private final RealImagesViewModel real =
            new RealImagesViewModel(engine.features(), Runnable::run, new Notices(), experiment);
    private final ShownFeatures features = new ShownFeatures(images, real, threads);
    private final SimpleObjectProperty<Boolean> automatic = new SimpleObjectProperty<>(false);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void everyImageGetsTheNearestRealOneOfItsClass() throws Exception {
        new NearestPairs(images, features, real, automatic, threads).begin();
        real.request();
        RealSet set = real.setProperty().get().value().orElseThrow();
        RealSample sample = set.sample(CLASSES.size(), 1);
        int[] indices = new int[CLASSES.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[sample.labels()[i]] = sample.indices()[i];
        }
        show(0, set.images(indices));
        show(1, TestImages.random(10, 28, 1, 1));
        assertThat(images.contents().nearest()).as("not needed").isEmpty();

        images.contents().chosenProperty().set(GridContent.NEAREST);

        assertThat(images.contents().nearest()).hasSize(2);
        assertThat(images.contents().nearest().get(new ColumnSlice(0, 0)).bytes())
                .isEqualTo(set.images(indices).bytes());
        assertThat(images.contents().nearest().get(new ColumnSlice(1, 0)).count())
                .isEqualTo(10);
    }

    @Test
    void theFeaturesAreComputedUnaskedForASmallDatasetOnly() {
        new NearestPairs(images, features, real, automatic, threads).begin();
        images.contents().chosenProperty().set(GridContent.NEAREST);
        assertThat(engine.features().opened()).isEmpty();

        images.contents().chosenProperty().set(GridContent.IMAGES);
        automatic.set(true);
        images.contents().chosenProperty().set(GridContent.NEAREST);

        assertThat(engine.features().opened()).hasSize(1);
    }

    private void show(int column, ImageBatch batch) {
        if (column == 0) {
            images.onStart(experiment);
            images.onEvent(new RunEvent.StageStarted(StageName.SYNTHESIS, 10, CLASSES, Instant.EPOCH));
        }
        images.onEvent(new RunEvent.ImagesChanged(column, 1, 0, ColumnState.FINISHED, batch));
    }
}
