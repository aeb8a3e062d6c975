package org.dwastudio.ui.realimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.dwastudio.event.ColumnState;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.TestImages;
import org.dwastudio.ui.fake.ShownRun;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features of images that are not shown: nothing else needs features here. */
class FeaturesOfEarlierImagesTest {
    private static final ColumnSlice FIRST = new ColumnSlice(0, 0);
    private static final ColumnSlice SECOND = new ColumnSlice(1, 0);

    @TempDir
    private Path folder;

    private ShownRun run;
    private ShownFeatures features;

    @BeforeEach
    void create() {
        run = new ShownRun(folder);
        features = run.features();
    }

    @Test
    void manyEarlierImagesAreAskedPartByPart() {
        run.start(3, 200);
        Map<ColumnSlice, ColumnImages> earlier = Map.of(
                FIRST,
                finished(TestImages.random(200, 2, 1, 1), 4),
                SECOND,
                finished(TestImages.random(200, 2, 1, 2), 4),
                new ColumnSlice(2, 0),
                finished(TestImages.random(200, 2, 1, 3), 4));

        for (int part = 1; part <= 3; part++) {
            CompletionStage<Map<ColumnSlice, SliceFeatures>> answer = features.ofEarlier(earlier);
            run.settle();
            assertThat(answer.toCompletableFuture().join()).hasSize(part);
        }

        assertThat(run.service().counts()).isEqualTo(List.of(200, 200, 200));
    }

    @Test
    void anAnswerForAnEarlierRunIsNotKept() {
        run.service().hold();
        run.start(1);
        Map<ColumnSlice, ColumnImages> earlier = Map.of(FIRST, finished(ShownRun.pixels(0, 4), 4));
        CompletionStage<Map<ColumnSlice, SliceFeatures>> answer = features.ofEarlier(earlier);
        run.start(1);

        run.service().answer();
        run.settle();

        assertThat(answer.toCompletableFuture().join()).isEmpty();
        features.ofEarlier(earlier);
        assertThat(run.service().counts()).containsExactly(3, 3);
    }

    @Test
    void aFailureIsThatOfTheStage() {
        run.service().hold();
        run.start(1);
        CompletionStage<Map<ColumnSlice, SliceFeatures>> answer =
                features.ofEarlier(Map.of(FIRST, finished(ShownRun.pixels(0, 4), 4)));

        run.service().fail();
        run.settle();

        assertThat(answer.toCompletableFuture()).isCompletedExceptionally();
    }

    private static ColumnImages finished(ImageBatch block, int iteration) {
        return new ColumnImages(block, ColumnState.FINISHED, iteration);
    }
}
