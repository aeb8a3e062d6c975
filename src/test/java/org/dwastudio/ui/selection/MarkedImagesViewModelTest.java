package org.dwastudio.ui.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import org.dwastudio.data.Split;
import org.dwastudio.event.ColumnState;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.ui.fake.PixelFeatures;
import org.dwastudio.ui.fake.ShownRun;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.realimage.NearestRealImage;
import org.dwastudio.ui.selection.ImageSelection.Effect;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedImagesViewModelTest {
    private static final Tile ANT = new Tile(0, 1);
    private static final Tile COW = new Tile(2, 0);
    private static final Tile OTHER_COW = new Tile(2, 1);

    @TempDir
    private Path folder;

    private final ImageSelection selection = new ImageSelection();
    private ShownRun run;
    private MarkedImagesViewModel model;

    @BeforeEach
    void showARun() {
        run = new ShownRun(folder);
        run.features().computeWhile(new SimpleBooleanProperty(true));
        model = new MarkedImagesViewModel(selection, run.images(), run.features(), run.real(), run.threads());
        run.start(2);
        run.show(0, 8, ColumnState.FINISHED);
        run.show(1, 8, ColumnState.FINISHED);
        run.end();
    }

    @Test
    void markedImagesAreSortedAndGetTheirNearestRealImages() {
        request();
        assertThat(model.markedProperty().get()).isEmpty();
        selection.mark(Set.of(OTHER_COW, ANT, COW), Effect.REPLACE);

        assertThat(marked().images()).extracting(MarkedImage::tile).containsExactly(ANT, COW, OTHER_COW);
        assertThat(marked().images()).allMatch(image -> image.nearest().isEmpty());
        assertThat(marked().meanCosine()).isEmpty();
        assertThat(marked().meanNearest()).isEmpty();
        assertThat(model.classNames()).containsExactly("ant", "cow");

        run.finish();

        FeatureMatrix ant = features(ANT, 8);
        int nearest = nearest(ant, 0);
        NearestRealImage found = marked().images().get(0).nearest().orElseThrow();
        assertThat(found.cosine()).isCloseTo(cosine(ant, real(nearest)), within(1e-6));
        assertThat(found.image().bytes())
                .isEqualTo(ShownRun.dataset().images(Split.TRAIN, nearest).bytes());
        double mean = (cosine(ant, features(COW, 8))
                        + cosine(ant, features(OTHER_COW, 8))
                        + cosine(features(COW, 8), features(OTHER_COW, 8)))
                / 3;
        assertThat(marked().meanCosine().orElseThrow()).isCloseTo(mean, within(1e-6));
        assertThat(marked().meanNearest().orElseThrow())
                .isCloseTo(
                        marked().images().stream()
                                .mapToDouble(
                                        image -> image.nearest().orElseThrow().cosine())
                                .average()
                                .orElseThrow(),
                        within(1e-12));
    }

    @Test
    void theMeanOfOtherImagesIsNotShown() {
        request();
        selection.mark(Set.of(ANT, COW), Effect.REPLACE);
        run.finish();
        assertThat(marked().meanCosine()).isPresent();

        selection.mark(Set.of(COW, OTHER_COW), Effect.REPLACE);

        assertThat(marked().meanCosine()).isEmpty();
        assertThat(marked().images().get(0).nearest()).isPresent();
        assertThat(marked().images().get(1).nearest()).isEmpty();
        run.finish();
        assertThat(marked().meanCosine().orElseThrow())
                .isCloseTo(cosine(features(COW, 8), features(OTHER_COW, 8)), within(1e-6));

        selection.mark(Set.of(COW), Effect.REPLACE);
        run.finish();
        assertThat(marked().meanCosine()).isEmpty();
        assertThat(marked().images().get(0).nearest()).isPresent();
    }

    @Test
    void theTimeLineMovesMarkedImagesAndNothingFlickers() {
        request();
        selection.mark(Set.of(ANT, OTHER_COW), Effect.REPLACE);
        run.finish();
        double before = marked().meanCosine().orElseThrow();

        run.images()
                .showEarlier(Map.of(
                        new ColumnSlice(1, 0), new ColumnImages(ShownRun.pixels(1, 4), ColumnState.FINISHED, 4)));
        run.settle();

        assertThat(marked().meanCosine()).hasValue(before);
        assertThat(marked().images().get(0).nearest()).isPresent();
        assertThat(marked().images().get(0).image().block().bytes())
                .isEqualTo(ShownRun.pixels(1, 4).bytes());
        run.finish();
        assertThat(marked().meanCosine().orElseThrow())
                .isCloseTo(cosine(features(ANT, 4), features(OTHER_COW, 4)), within(1e-6));
    }

    @Test
    void anAnswerForEarlierMarksIsDropped() {
        request();
        selection.mark(Set.of(ANT, COW), Effect.REPLACE);
        selection.clear();
        run.finish();
        assertThat(model.markedProperty().get()).isEmpty();

        selection.mark(Set.of(ANT, COW), Effect.REPLACE);
        selection.mark(Set.of(OTHER_COW), Effect.ADD);
        run.finish();

        assertThat(marked().images()).hasSize(3).allMatch(image -> image.nearest()
                .isPresent());
    }

    @Test
    void withoutRealImagesThePixelsAreShown() {
        selection.mark(Set.of(ANT, new Tile(0, 9)), Effect.REPLACE);
        run.finish();

        assertThat(marked().images()).extracting(MarkedImage::tile).containsExactly(ANT);
        assertThat(marked().images().get(0).image().index()).isZero();
        assertThat(marked().images().get(0).nearest()).isEmpty();
    }

    @Test
    void theGridShowsTheirClassesOnlyAndAllAgain() {
        selection.mark(Set.of(ANT, OTHER_COW), Effect.REPLACE);
        assertThat(model.showsOnlyMarked()).isFalse();

        model.showOnlyMarked();
        assertThat(run.images().visibleClassesProperty().get()).containsExactlyInAnyOrder(0, 2);
        assertThat(model.showsOnlyMarked()).isTrue();

        model.showOnlyMarked();
        assertThat(run.images().classes().rowsProperty().get()).containsExactly(0, 1, 2);
        model.inspect(OTHER_COW);
        assertThat(run.images().selectedProperty().get()).isEqualTo(OTHER_COW);
        model.clear();
        assertThat(model.markedProperty().get()).isEmpty();
    }

    @Test
    void marksInAllClassesLeaveNoneToHide() {
        selection.mark(Set.of(ANT, COW, new Tile(1, 1)), Effect.REPLACE);

        assertThat(model.showsOnlyMarked()).isFalse();
        model.showOnlyMarked();
        assertThat(model.showsOnlyMarked()).isFalse();
        assertThat(run.images().classes().rowsProperty().get()).containsExactly(0, 1, 2);
    }

    @Test
    void anotherRunHasNoMarks() {
        selection.mark(Set.of(ANT, COW), Effect.REPLACE);

        run.start(2);

        assertThat(selection.markedProperty().get()).isEmpty();
        assertThat(model.markedProperty().get()).isEmpty();
    }

    private void request() {
        run.real().request();
        run.finish();
    }

    private MarkedImages marked() {
        return model.markedProperty().get().orElseThrow();
    }

    private static FeatureMatrix features(Tile tile, int iteration) {
        return PixelFeatures.of(ShownRun.pixels(tile.column(), iteration)).select(tile.row());
    }

    private static FeatureMatrix real(int image) {
        return PixelFeatures.of(ShownRun.dataset().images(Split.TRAIN, image));
    }

    private static int nearest(FeatureMatrix query, int label) {
        return Arrays.stream(ShownRun.dataset().indicesOf(Split.TRAIN, label))
                .boxed()
                .max(Comparator.comparingDouble(image -> cosine(query, real(image))))
                .orElseThrow();
    }

    private static double cosine(FeatureMatrix one, FeatureMatrix other) {
        return one.inner(0, other, 0) / Math.sqrt(one.inner(0, one, 0) * other.inner(0, other, 0));
    }
}
