package org.dwastudio.ui.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dwastudio.event.ColumnState;
import org.dwastudio.metric.embedding.Plane;
import org.dwastudio.ui.fake.PixelFeatures;
import org.dwastudio.ui.fake.ShownRun;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.realimage.SliceFeatures;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingViewModelTest {
    private static final ColumnSlice FIRST = new ColumnSlice(0, 0);
    private static final ColumnSlice SECOND = new ColumnSlice(1, 0);

    @TempDir
    private Path folder;

    private ShownRun run;
    private EmbeddingViewModel model;

    @BeforeEach
    void create() {
        run = new ShownRun(folder);
        model = new EmbeddingViewModel(run.real(), run.features(), run.threads(), run.notices());
        run.start(2);
    }

    @Test
    void nothingIsRequestedWhileTheMapIsHidden() {
        run.show(0, 5, ColumnState.FINISHED);
        run.end();

        assertThat(run.service().asked()).isEmpty();
        assertThat(run.real().computingProperty().get()).isFalse();
        assertThat(model.mapProperty().get().value()).isEmpty();
        assertThat(model.points()).isEmpty();
        assertThat(model.realPlaces()).isEmpty();
    }

    @Test
    void everyDistilledImageHasThePlaceOfItsFeatures() {
        show(5);
        open();

        assertThat(model.realPlaces().orElseThrow().x()).hasSize(60);
        assertThat(model.realCounts()).isEqualTo(Map.of(0, 20L, 1, 20L, 2, 20L));
        Plane second = place(1, 5);
        assertThat(points()).hasSize(6);
        assertThat(points().get(5)).isEqualTo(new MapPoint(new Tile(2, 1), second.x()[2], second.y()[2]));
        assertThat(points().get(0))
                .isEqualTo(new MapPoint(
                        new Tile(0, 0), place(0, 5).x()[0], place(0, 5).y()[0]));
    }

    @Test
    void newImagesMoveThePoints() {
        show(5);
        open();
        int before = model.versionProperty().get();

        run.pass(2);
        run.show(1, 6, ColumnState.RUNNING);
        run.settle();

        assertThat(model.versionProperty().get()).isGreaterThan(before);
        assertThat(points().get(3).x()).isEqualTo(place(1, 6).x()[0]);
        assertThat(points().get(0).x()).isEqualTo(place(0, 5).x()[0]);
    }

    @Test
    void trailsHoldAtMostNinePlacesUpToTheShownIteration() {
        open();
        for (int iteration = 1; iteration <= 21; iteration++) {
            run.pass(2);
            run.show(0, iteration, ColumnState.RUNNING);
            run.settle();
        }

        List<MapPoint> trail = model.trail(new Tile(1, 0));

        assertThat(trail).hasSize(9);
        assertThat(trail.get(0)).isEqualTo(at(1, 1));
        assertThat(trail.get(4)).isEqualTo(at(1, 11));
        assertThat(trail.get(8)).isEqualTo(at(1, 21));
        assertThat(model.trail(new Tile(1, 1))).isEmpty();
        assertThat(model.trail(new Tile(7, 0))).isEmpty();

        run.images().showEarlier(Map.of(FIRST, new ColumnImages(ShownRun.pixels(0, 3), ColumnState.FINISHED, 3)));
        run.settle();

        assertThat(model.trail(new Tile(1, 0))).containsExactly(at(1, 1), at(1, 2), at(1, 3));
    }

    @Test
    void earlierPlacesCompleteTheTrails() {
        show(8);
        open();

        model.addEarlier(Map.of(FIRST, features(0, 4), SECOND, features(1, 0)));

        assertThat(model.trail(new Tile(1, 0))).containsExactly(at(1, 4), at(1, 8));
        assertThat(model.trail(new Tile(0, 1))).hasSize(2);
        assertThat(points().get(1)).isEqualTo(at(1, 8));
    }

    @Test
    void aClassIsShownAloneAndOnceMoreAllAre() {
        assertThat(model.shows(2)).isTrue();

        model.showOnly(1);
        assertThat(model.shows(1)).isTrue();
        assertThat(model.shows(2)).isFalse();
        model.showOnly(2);
        assertThat(model.classesProperty().get()).containsExactly(2);
        model.showOnly(2);

        assertThat(model.classesProperty().get()).isEmpty();
        assertThat(model.shows(1)).isTrue();
    }

    @Test
    void theMapOfTsneIsFrozenUntilItIsFittedAgain() {
        show(8);
        open();
        model.kindProperty().set(MapKind.TSNE);
        assertThat(model.points()).isEmpty();
        assertThat(model.isTsneOutdated()).isFalse();

        model.startTsne();
        run.finish();
        List<MapPoint> frozen = points();
        assertThat(frozen).hasSize(6).isNotEqualTo(pca());
        assertThat(model.realPlaces().orElseThrow().x()).hasSize(60);
        assertThat(model.trail(new Tile(0, 0))).isEmpty();
        assertThat(model.isTsneOutdated()).isFalse();

        run.images().showEarlier(Map.of(FIRST, new ColumnImages(ShownRun.pixels(0, 3), ColumnState.FINISHED, 3)));
        run.settle();
        assertThat(points()).isEqualTo(frozen);
        assertThat(model.isTsneOutdated()).isTrue();

        model.startTsne();
        run.finish();
        assertThat(points()).isNotEqualTo(frozen);
        assertThat(model.isTsneOutdated()).isFalse();
    }

    @Test
    void anotherRunOfTheSameTeacherKeepsTheMapAndForgetsItsImages() {
        show(8);
        open();
        FeatureMap before = model.mapProperty().get().value().orElseThrow();
        model.kindProperty().set(MapKind.TSNE);
        model.startTsne();
        run.finish();

        run.start(2);

        assertThat(model.mapProperty().get().value()).containsSame(before);
        assertThat(model.tsne().fitProperty().get()).isEmpty();
        model.kindProperty().set(MapKind.PCA);
        assertThat(model.points()).isEmpty();
        run.show(0, 1, ColumnState.RUNNING);
        run.settle();
        assertThat(model.trail(new Tile(1, 0))).containsExactly(at(1, 1));
    }

    @Test
    void anotherTeacherHasAMapOfItsOwn() {
        show(8);
        open();
        FeatureMap before = model.mapProperty().get().value().orElseThrow();

        run.start(2, "other.pt");
        assertThat(model.mapProperty().get().value()).isEmpty();
        assertThat(model.realPlaces()).isEmpty();
        run.real().request();
        run.finish();

        assertThat(model.mapProperty().get().value()).isPresent().get().isNotSameAs(before);
    }

    @Test
    void realImagesThatAreClosedDuringTheFitAreNoFailure() {
        model.shownProperty().set(true);
        run.settle();
        assertThat(run.waiting()).isEqualTo(1);

        run.start(2, "other.pt");
        run.finish();

        assertThat(run.notices().shown()).isEmpty();
        assertThat(model.mapProperty().get().isFailed()).isFalse();
        assertThat(model.mapProperty().get().value()).isEmpty();
    }

    @Test
    void aMapIsFittedOnceHoweverOftenItIsShown() {
        model.shownProperty().set(true);
        run.settle();
        model.shownProperty().set(false);
        model.shownProperty().set(true);

        assertThat(run.waiting()).isEqualTo(1);
    }

    @Test
    void aFitThatFailsIsShownAndTriedAgain() throws Exception {
        model.shownProperty().set(true);
        run.settle();
        run.realSet().close();
        run.finish();

        assertThat(run.notices().shown()).extracting(Notice::key).containsExactly("embedding.failed");
        assertThat(model.mapProperty().get().isFailed()).isTrue();
        model.shownProperty().set(false);
        model.shownProperty().set(true);
        assertThat(run.waiting()).isEqualTo(1);
    }

    private void open() {
        model.shownProperty().set(true);
        run.finish();
    }

    private void show(int iteration) {
        run.show(0, iteration, ColumnState.FINISHED);
        run.show(1, iteration, ColumnState.FINISHED);
        run.end();
    }

    /** Returns the points by column, then by class. */
    private List<MapPoint> points() {
        return model.points().stream()
                .sorted(Comparator.comparingInt((MapPoint point) -> point.tile().column())
                        .thenComparingInt(point -> point.tile().row()))
                .toList();
    }

    private List<MapPoint> pca() {
        model.kindProperty().set(MapKind.PCA);
        List<MapPoint> points = points();
        model.kindProperty().set(MapKind.TSNE);
        return points;
    }

    /** Returns the place of an image of the first column. */
    private MapPoint at(int label, int iteration) {
        Plane plane = place(0, iteration);
        return new MapPoint(new Tile(label, 0), plane.x()[label], plane.y()[label]);
    }

    private Plane place(int column, int iteration) {
        return model.mapProperty()
                .get()
                .value()
                .orElseThrow()
                .project(features(column, iteration).features());
    }

    private static SliceFeatures features(int column, int iteration) {
        return new SliceFeatures(iteration, PixelFeatures.of(ShownRun.pixels(column, iteration)));
    }
}
