package org.dwastudio.ui.realimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.dwastudio.event.ColumnState;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.run.TestImages;
import org.dwastudio.ui.fake.PixelFeatures;
import org.dwastudio.ui.fake.ShownRun;
import org.dwastudio.ui.imagegrid.Tile;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownFeaturesTest {
    private static final ColumnSlice FIRST = new ColumnSlice(0, 0);
    private static final ColumnSlice SECOND = new ColumnSlice(1, 0);

    @TempDir
    private Path folder;

    private final BooleanProperty needed = new SimpleBooleanProperty(true);
    private ShownRun run;
    private ShownFeatures features;

    @BeforeEach
    void start() {
        run = new ShownRun(folder);
        features = run.features();
        features.computeWhile(needed);
        run.start(2);
    }

    @Test
    void nothingIsAskedWhileNothingNeedsIt() {
        needed.set(false);
        run.show(0, 300, ColumnState.FINISHED);
        run.show(1, 300, ColumnState.FINISHED);
        run.end();
        assertThat(run.service().asked()).isEmpty();
        assertThat(features.isComplete()).isFalse();

        needed.set(true);
        run.settle();

        assertThat(run.service().counts()).containsExactly(6);
        assertThat(features.isComplete()).isTrue();
        assertThat(features.known()).containsOnlyKeys(FIRST, SECOND);
        assertThat(features.of(new Tile(2, 1)).orElseThrow().values())
                .isEqualTo(pixels(1, 300).select(2).values());
        assertThat(features.of(new Tile(3, 1))).isEmpty();
        assertThat(features.of(new Tile(0, 2))).isEmpty();
    }

    @Test
    void aQuestionHasAtMost256Images() {
        run.start(4, 100);
        needed.set(false);
        for (int column = 0; column < 4; column++) {
            run.show(column, 9, ColumnState.FINISHED, TestImages.random(100, 2, 1, column));
        }
        needed.set(true);

        run.end();

        assertThat(run.service().counts()).containsExactly(200, 200);
        assertThat(features.isComplete()).isTrue();
    }

    @Test
    void moreImagesThanThatAreOnlyAskedWhereTheyComeTogether() {
        run.start(2, 300);
        run.show(0, 9, ColumnState.FINISHED, TestImages.random(300, 2, 1, 1));
        run.show(1, 9, ColumnState.FINISHED, TestImages.random(300, 2, 1, 2));

        run.end();

        assertThat(run.service().counts()).containsExactly(300, 300);
    }

    @Test
    void oneQuestionIsAskedAtATime() {
        run.service().hold();
        run.show(0, 1, ColumnState.RUNNING);
        run.pass(5);
        run.show(0, 2, ColumnState.RUNNING);
        run.pass(5);
        assertThat(run.service().counts()).containsExactly(3);

        run.service().answer();
        run.settle();
        assertThat(known(FIRST).iteration()).isEqualTo(1);
        run.pass(50);

        assertThat(run.service().counts()).containsExactly(3, 3);
        assertThat(run.service().asked().get(1).bytes())
                .isEqualTo(ShownRun.pixels(0, 2).bytes());
    }

    @Test
    void aRunIsAskedForEveryTwoSecondsAndAtItsEnd() {
        run.show(0, 1, ColumnState.RUNNING);
        run.settle();
        assertThat(known(FIRST).iteration()).isEqualTo(1);

        run.show(0, 2, ColumnState.RUNNING);
        run.pass(1.9);
        run.settle();
        assertThat(known(FIRST).iteration()).isEqualTo(1);
        assertThat(features.isComplete()).isFalse();

        run.pass(0.1);
        run.settle();
        assertThat(known(FIRST).iteration()).isEqualTo(2);

        run.show(0, 3, ColumnState.RUNNING);
        run.end();
        assertThat(known(FIRST).iteration()).isEqualTo(3);
        assertThat(run.service().counts()).containsExactly(3, 3, 3);
    }

    @Test
    void anAnswerThatTookLongIsFollowedByAHundredfoldWait() {
        run.service().hold();
        run.show(0, 1, ColumnState.RUNNING);
        run.pass(0.05);
        run.service().answer();
        run.settle();

        run.show(0, 2, ColumnState.RUNNING);
        run.pass(4.9);
        assertThat(run.service().counts()).containsExactly(3);

        run.pass(0.05);
        assertThat(run.service().counts()).containsExactly(3, 3);
    }

    @Test
    void theTimeLineMovesBackAndForthWithoutFurtherQuestions() {
        run.show(0, 8, ColumnState.FINISHED);
        run.show(1, 8, ColumnState.FINISHED);
        run.end();

        lookAt(4);
        assertThat(run.service().asked()).hasSize(2 + 1);
        assertThat(known(SECOND).iteration()).isEqualTo(4);
        assertThat(known(SECOND).features().values()).isEqualTo(pixels(1, 4).values());
        run.images().showNewest();
        run.settle();
        assertThat(known(SECOND).iteration()).isEqualTo(8);
        lookAt(4);

        assertThat(known(SECOND).iteration()).isEqualTo(4);
        assertThat(features.isComplete()).isTrue();
        assertThat(run.service().asked()).hasSize(3);
    }

    @Test
    void aTimeLineThatHasMovedOnIsFollowed() {
        run.show(0, 8, ColumnState.FINISHED);
        run.end();
        run.service().hold();
        lookAt(4);
        run.images().showNewest();
        run.settle();

        run.service().answer();
        run.settle();

        assertThat(known(FIRST).iteration()).isEqualTo(8);
        lookAt(4);
        assertThat(known(FIRST).iteration()).isEqualTo(4);
        assertThat(run.service().asked()).hasSize(2);
    }

    @Test
    void imagesOfColumnsThatWaitAreLeftOut() {
        run.show(0, 0, ColumnState.WAITING);
        run.show(1, 0, ColumnState.WAITING);
        run.show(0, 5, ColumnState.RUNNING);
        run.end();

        assertThat(features.known()).containsOnlyKeys(FIRST);
        assertThat(run.service().counts()).containsExactly(3);
        assertThat(features.isComplete()).isTrue();
    }

    @Test
    void reducedImagesAreNeverAsked() {
        run.start(50, 1000);
        ImageBatch large = new ImageBatch(10, 224, 224, 3, new byte[10 * 224 * 224 * 3]);

        run.show(0, 5, ColumnState.FINISHED, large);
        run.end();

        assertThat(run.images().shown().get(FIRST).images().height()).isEqualTo(28);
        assertThat(run.service().asked()).isEmpty();
        assertThat(features.isComplete()).isFalse();
    }

    @Test
    void anAnswerForAnEarlierRunIsDropped() {
        run.service().hold();
        run.show(0, 5, ColumnState.RUNNING);
        run.start(2);
        run.show(0, 1, ColumnState.RUNNING);

        run.service().answer();
        run.settle();
        assertThat(features.known()).isEmpty();

        run.pass(1);
        run.service().answer();
        run.settle();
        assertThat(known(FIRST).features().values()).isEqualTo(pixels(0, 1).values());
    }

    @Test
    void aFailureIsNotRepeatedAndTheNextImagesAreAskedAgain() {
        run.service().hold();
        run.show(0, 8, ColumnState.FINISHED);
        run.end();
        run.service().fail();
        run.settle();
        assertThat(features.known()).isEmpty();
        assertThat(run.service().asked()).hasSize(1);

        lookAt(4);
        run.service().answer();
        run.settle();

        assertThat(known(FIRST).iteration()).isEqualTo(4);
    }

    @Test
    void removedColumnsAreForgotten() {
        run.show(0, 8, ColumnState.FINISHED);
        run.show(1, 8, ColumnState.FINISHED);
        run.end();
        assertThat(features.known()).hasSize(2);

        run.images().shown().remove(SECOND);

        assertThat(features.known()).containsOnlyKeys(FIRST);
        assertThat(features.isComplete()).isTrue();
    }

    @Test
    void featuresOfEarlierImagesAreKeptForTheTimeLine() {
        run.show(0, 8, ColumnState.FINISHED);
        run.show(1, 8, ColumnState.FINISHED);
        run.end();
        int before = run.service().asked().size();

        CompletionStage<Map<ColumnSlice, SliceFeatures>> answer = features.ofEarlier(earlier(4));
        run.settle();

        Map<ColumnSlice, SliceFeatures> found = answer.toCompletableFuture().join();
        assertThat(found).containsOnlyKeys(FIRST, SECOND);
        assertThat(found.get(SECOND).features().values()).isEqualTo(pixels(1, 4).values());
        assertThat(known(SECOND).iteration()).isEqualTo(8);
        lookAt(4);
        assertThat(known(SECOND).iteration()).isEqualTo(4);
        assertThat(features.ofEarlier(earlier(4))).isCompletedWithValueMatching(again -> again.size() == 2);
        assertThat(run.service().asked()).hasSize(before + 1);
    }

    private void lookAt(int iteration) {
        run.images().showEarlier(earlier(iteration));
        run.settle();
    }

    private static Map<ColumnSlice, ColumnImages> earlier(int iteration) {
        return Map.of(
                FIRST, finished(ShownRun.pixels(0, iteration), iteration),
                SECOND, finished(ShownRun.pixels(1, iteration), iteration));
    }

    private static ColumnImages finished(ImageBatch block, int iteration) {
        return new ColumnImages(block, ColumnState.FINISHED, iteration);
    }

    private SliceFeatures known(ColumnSlice slice) {
        return features.known().get(slice);
    }

    private static FeatureMatrix pixels(int column, int iteration) {
        return PixelFeatures.of(ShownRun.pixels(column, iteration));
    }
}
