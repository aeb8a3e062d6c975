package org.dwastudio.ui.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.stage.inspection.RealSample;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.ui.fake.PixelFeatures;
import org.dwastudio.ui.fake.ShownRun;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notice;
import org.dwastudio.ui.realimage.SliceFeatures;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TsneViewModelTest {
    private static final ColumnSlice FIRST = new ColumnSlice(0, 0);
    private static final ColumnSlice SECOND = new ColumnSlice(1, 0);

    @TempDir
    private Path folder;

    private ShownRun run;
    private FeatureMap map;
    private TsneViewModel model;

    @BeforeEach
    void fitMap() throws IOException {
        run = new ShownRun(folder);
        run.real().request();
        run.settle();
        map = FeatureMap.of(run.realSet());
        model = new TsneViewModel(run.threads(), run.notices());
    }

    @Test
    void realAndDistilledImagesArePlacedTogether() {
        model.start(map, shown(4));
        assertThat(model.runningProperty().get()).isTrue();
        assertThat(model.progressProperty().get()).isZero();

        run.finish();

        TsneFit fit = model.fitProperty().get().orElseThrow();
        assertThat(model.runningProperty().get()).isFalse();
        assertThat(model.progressProperty().get()).isGreaterThan(0.25);
        assertThat(fit.real().x()).hasSize(60);
        assertThat(fit.distilled()).containsOnlyKeys(FIRST, SECOND);
        assertThat(fit.distilled().get(SECOND).y()).hasSize(3).doesNotContain(Double.NaN);
        assertThat(fit.isOf(shown(4))).isTrue();
        assertThat(fit.isOf(shown(5))).isFalse();
        assertThat(fit.isOf(Map.of(new ColumnSlice(2, 0), features(2, 4)))).isFalse();
        assertThat(run.notices().shown()).isEmpty();
    }

    @Test
    void copiesOfARealImageAreNextToIt() {
        int image = map.sample().indices()[20];
        FeatureMatrix copy = PixelFeatures.of(run.realSet().images(image));

        TsneFit fit = TsneFit.of(
                map, Map.of(FIRST, new SliceFeatures(1, copy)), ProgressListener.NONE, CancellationToken.NONE);

        double distance = Math.hypot(
                fit.distilled().get(FIRST).x()[0] - fit.real().x()[20],
                fit.distilled().get(FIRST).y()[0] - fit.real().y()[20]);
        double spread = Math.hypot(
                fit.real().x()[0] - fit.real().x()[1],
                fit.real().y()[0] - fit.real().y()[1]);
        assertThat(distance).isLessThan(0.05 * spread + 1e-3);
    }

    @Test
    void aSecondStartHasNoEffectWhileTheFirstRuns() {
        model.start(map, shown(4));
        model.start(map, shown(5));

        assertThat(run.waiting()).isEqualTo(1);
        run.finish();
        assertThat(model.fitProperty().get().orElseThrow().isOf(shown(4))).isTrue();
    }

    @Test
    void progressIsShownAndACancellationKeepsTheLastMap() {
        TsneViewModel direct = new TsneViewModel(new Threads(Runnable::run, Runnable::run, () -> 0), run.notices());
        direct.start(map, shown(4));
        TsneFit before = direct.fitProperty().get().orElseThrow();
        List<Double> seen = new ArrayList<>();
        direct.progressProperty().subscribe(share -> {
            seen.add(share.doubleValue());
            if (share.doubleValue() > 0.1) {
                direct.cancel();
            }
        });
        seen.clear();

        direct.start(map, shown(5));

        assertThat(seen).isSorted().hasSizeGreaterThan(2);
        assertThat(seen.get(seen.size() - 1)).isCloseTo(0.1, within(0.05));
        assertThat(direct.runningProperty().get()).isFalse();
        assertThat(direct.fitProperty().get()).containsSame(before);
        assertThat(run.notices().shown()).isEmpty();
    }

    @Test
    void aCancellationBeforeItBeginsLeavesNoMap() {
        model.start(map, shown(4));
        model.cancel();

        run.finish();

        assertThat(model.runningProperty().get()).isFalse();
        assertThat(model.fitProperty().get()).isEmpty();
        assertThat(run.notices().shown()).isEmpty();
        model.start(map, shown(4));
        run.finish();
        assertThat(model.fitProperty().get()).isPresent();
    }

    @Test
    void aMapOfAnotherRunIsDropped() {
        model.start(map, shown(4));
        model.forget();
        assertThat(model.runningProperty().get()).isFalse();

        run.finish();

        assertThat(model.fitProperty().get()).isEmpty();
        assertThat(run.notices().shown()).isEmpty();
    }

    @Test
    void tooFewImagesAreAFailureThatIsShown() {
        RealSample few = new RealSample(
                new int[] {0, 1},
                new int[] {0, 1},
                PixelFeatures.of(run.realSet().images(0, 1)));

        model.start(new FeatureMap(few, map.components(), map.real(), 1), shown(4));
        run.finish();

        assertThat(model.runningProperty().get()).isFalse();
        assertThat(model.fitProperty().get()).isEmpty();
        assertThat(run.notices().shown()).extracting(Notice::key).containsExactly("embedding.tsne.failed");
    }

    @Test
    void moreDistilledImagesThanThereIsRoomForAreLeftOut() {
        FeatureMatrix many = new FeatureMatrix(4990, 16, new float[4990 * 16]);

        assertThat(TsneFit.chosen(60, Map.of(FIRST, new SliceFeatures(1, many), SECOND, features(1, 4))))
                .containsExactly(SECOND);
    }

    private static Map<ColumnSlice, SliceFeatures> shown(int iteration) {
        return Map.of(FIRST, features(0, iteration), SECOND, features(1, iteration));
    }

    private static SliceFeatures features(int column, int iteration) {
        return new SliceFeatures(iteration, PixelFeatures.of(ShownRun.pixels(column, iteration)));
    }
}
