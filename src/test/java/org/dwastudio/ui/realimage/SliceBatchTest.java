package org.dwastudio.ui.realimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dwastudio.event.ColumnState;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.ui.synthesis.ColumnImages;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.junit.jupiter.api.Test;

class SliceBatchTest {
    private static final ColumnSlice FIRST = new ColumnSlice(0, 0);
    private static final ColumnSlice SECOND = new ColumnSlice(0, 2);

    private final Map<ColumnSlice, ColumnImages> wanted = new LinkedHashMap<>();

    @Test
    void imagesAreJoinedAndTheirFeaturesAreSplit() {
        wanted.put(FIRST, images(7, 10, 11));
        wanted.put(SECOND, images(9, 20));

        SliceBatch batch = SliceBatch.firstOf(wanted);
        Map<ColumnSlice, SliceFeatures> split = batch.split(new FeatureMatrix(3, 2, new float[] {1, 2, 3, 4, 5, 6}));

        assertThat(batch.together().bytes()).containsExactly(10, 11, 20);
        assertThat(batch.together().count()).isEqualTo(3);
        assertThat(split.get(FIRST).features().values()).containsExactly(1, 2, 3, 4);
        assertThat(split.get(FIRST).iteration()).isEqualTo(7);
        assertThat(split.get(SECOND).features().values()).containsExactly(5, 6);
        assertThat(split.get(SECOND).iteration()).isEqualTo(9);
    }

    @Test
    void slicesThatFitInAreTakenFirst() {
        wanted.put(FIRST, images(1, new int[200]));
        wanted.put(SECOND, images(1, new int[57]));
        wanted.put(new ColumnSlice(1, 0), images(1, new int[56]));

        assertThat(SliceBatch.firstOf(wanted).slices()).containsExactly(FIRST, new ColumnSlice(1, 0));
    }

    @Test
    void nothingWantedIsAnEmptyBatch() {
        assertThat(SliceBatch.firstOf(wanted).isEmpty()).isTrue();
    }

    /** Returns images of one pixel. */
    private static ColumnImages images(int iteration, int... levels) {
        byte[] bytes = new byte[levels.length];
        for (int i = 0; i < levels.length; i++) {
            bytes[i] = (byte) levels[i];
        }
        return new ColumnImages(new ImageBatch(levels.length, 1, 1, 1, bytes), ColumnState.RUNNING, iteration);
    }
}
