package org.dwastudio.ui.realimage;

import static org.assertj.core.api.Assertions.assertThat;

import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.ui.synthesis.ColumnSlice;
import org.junit.jupiter.api.Test;

class FeatureStoreTest {
    private static final ColumnSlice SLICE = new ColumnSlice(2, 0);
    private static final int HALF = 1 << 23;

    private final FeatureStore store = new FeatureStore();

    @Test
    void featuresAreFoundByPlaceAndIteration() {
        SliceFeatures put = put(4, 3);

        assertThat(store.get(SLICE, 4)).contains(put);
        assertThat(store.get(SLICE, 5)).isEmpty();
        assertThat(store.get(new ColumnSlice(1, 0), 4)).isEmpty();
        store.clear();
        assertThat(store.get(SLICE, 4)).isEmpty();
    }

    @Test
    void theOldestAreDroppedBeyond64Megabytes() {
        put(1, HALF);
        put(2, HALF);
        assertThat(store.get(SLICE, 1)).isPresent();

        put(3, 1);

        assertThat(store.get(SLICE, 1)).isEmpty();
        assertThat(store.get(SLICE, 2)).isPresent();
        assertThat(store.get(SLICE, 3)).isPresent();
    }

    @Test
    void featuresThatReplaceOthersCountOnce() {
        put(1, HALF);
        put(2, HALF);
        put(2, HALF);

        assertThat(store.get(SLICE, 1)).isPresent();
    }

    @Test
    void theNewestAreKeptHoweverManyTheyAre() {
        put(1, 3);
        put(2, 2 * HALF + 1);

        assertThat(store.get(SLICE, 1)).isEmpty();
        assertThat(store.get(SLICE, 2)).isPresent();
    }

    private SliceFeatures put(int iteration, int values) {
        SliceFeatures features = new SliceFeatures(iteration, new FeatureMatrix(1, values, new float[values]));
        store.put(SLICE, features);
        return features;
    }
}
