package org.dwastudio.ui.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import org.dwastudio.data.Split;
import org.dwastudio.event.ColumnState;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.ui.fake.PixelFeatures;
import org.dwastudio.ui.fake.ShownRun;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.realimage.NearestRealImage;
import org.dwastudio.ui.selection.ImageSelection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoverViewModelTest {
    private static final Tile BEE = new Tile(1, 0);
    private static final Tile COW = new Tile(2, 1);

    @TempDir
    private Path folder;

    private final ImageSelection selection = new ImageSelection();
    private ShownRun run;
    private HoverViewModel model;

    @BeforeEach
    void showARun() {
        run = new ShownRun(folder);
        run.features().computeWhile(new SimpleBooleanProperty(true));
        model = new HoverViewModel(selection, run.images(), run.features(), run.real(), run.threads());
        run.start(2);
        run.show(0, 8, ColumnState.FINISHED);
        run.show(1, 6, ColumnState.STOPPED);
        run.end();
    }

    @Test
    void anImageIsDescribedAtOnceAndItsNearestRealImageFollows() {
        request();
        selection.hoveredProperty().set(Optional.of(COW));

        HoveredImage hovered = model.hoveredProperty().get().orElseThrow();
        assertThat(hovered.className()).isEqualTo("cow");
        assertThat(hovered.iteration()).isEqualTo(6);
        assertThat(hovered.image().index()).isEqualTo(2);
        assertThat(hovered.image().block().bytes())
                .isEqualTo(ShownRun.pixels(1, 6).bytes());
        assertThat(hovered.nearest()).isEmpty();

        run.finish();

        FeatureMatrix cow = PixelFeatures.of(ShownRun.pixels(1, 6)).select(2);
        int nearest = nearest(cow, 2);
        NearestRealImage found =
                model.hoveredProperty().get().orElseThrow().nearest().orElseThrow();
        assertThat(found.image().bytes())
                .isEqualTo(ShownRun.dataset().images(Split.TRAIN, nearest).bytes());
        assertThat(found.cosine()).isCloseTo(cosine(cow, nearest), within(1e-6));
    }

    @Test
    void theAnswerForAnImageThatTheMouseHasLeftIsDropped() {
        request();
        selection.hoveredProperty().set(Optional.of(COW));
        selection.hoveredProperty().set(Optional.of(BEE));

        run.finish();

        HoveredImage hovered = model.hoveredProperty().get().orElseThrow();
        assertThat(hovered.className()).isEqualTo("bee");
        FeatureMatrix bee = PixelFeatures.of(ShownRun.pixels(0, 8)).select(1);
        assertThat(hovered.nearest().orElseThrow().cosine()).isCloseTo(cosine(bee, nearest(bee, 1)), within(1e-6));

        selection.hoveredProperty().set(Optional.of(COW));
        selection.hoveredProperty().set(Optional.empty());
        run.finish();
        assertThat(model.hoveredProperty().get()).isEmpty();
    }

    @Test
    void withoutRealImagesThereIsNoNearest() {
        selection.hoveredProperty().set(Optional.of(BEE));
        run.finish();

        assertThat(model.hoveredProperty().get().orElseThrow().nearest()).isEmpty();
        assertThat(run.waiting()).isZero();
    }

    @Test
    void aPlaceWithoutAnImageIsNotDescribed() {
        selection.hoveredProperty().set(Optional.of(new Tile(0, 5)));

        assertThat(model.hoveredProperty().get()).isEmpty();
    }

    private void request() {
        run.real().request();
        run.finish();
    }

    private static int nearest(FeatureMatrix query, int label) {
        return Arrays.stream(ShownRun.dataset().indicesOf(Split.TRAIN, label))
                .boxed()
                .max(Comparator.comparingDouble(image -> cosine(query, image)))
                .orElseThrow();
    }

    private static double cosine(FeatureMatrix query, int image) {
        FeatureMatrix real = PixelFeatures.of(ShownRun.dataset().images(Split.TRAIN, image));
        return query.inner(0, real, 0) / Math.sqrt(query.inner(0, query, 0) * real.inner(0, real, 0));
    }
}
