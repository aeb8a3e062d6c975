package org.dwastudio.train.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.data.preprocess.Augmentation;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.preprocess.PaddedCrop;
import org.dwastudio.data.preprocess.PrefetchPolicy;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.train.optimizer.Stripes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingBatchesTest {
    private static final Augmentation NONE = new PaddedCrop(0, false);

    @Test
    void anEpochShowsEveryImageOnceWithItsLabel() {
        ImageDataset dataset = Stripes.dataset(10, 2);
        List<TrainingBatch> epoch = epochOf(dataset, 4, 1);

        assertThat(epoch).extracting(batch -> batch.labels().length).containsExactly(4, 4, 2);
        assertThat(epoch.stream().flatMap(TrainingBatchesTest::labeledImages).toList())
                .containsExactlyInAnyOrderElementsOf(
                        labeledImages(whole(dataset)).toList())
                .doesNotContainSequence(labeledImages(whole(dataset)).toList());
    }

    @Test
    void ordersFollowTheSeedAndTheEpoch() {
        ImageDataset dataset = Stripes.dataset(10, 2);
        List<ByteBuffer> first = pixelsOf(epochOf(dataset, 4, 1));

        assertThat(pixelsOf(epochOf(dataset, 4, 1))).isEqualTo(first);
        assertThat(pixelsOf(epochOf(dataset, 4, 2))).isNotEqualTo(first);
        assertThat(pixelsOf(all(new TrainingBatches(dataset, 4, NONE), new SeedSequence(1), 1, 2)))
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theNumberOfThreadsChangesNothing(int threads) {
        TrainingBatches batches = new TrainingBatches(Stripes.dataset(50, 2), 4, new PaddedCrop(2, true));

        assertThat(pixelsOf(all(batches, new SeedSequence(3), 4, threads)))
                .isEqualTo(pixelsOf(all(batches, new SeedSequence(3), 4, 1)));
    }

    @Test
    void theCutOfAnImageFollowsItsPlaceAlone() {
        ImageDataset dataset = Stripes.dataset(12, 2);
        List<TrainingBatch> small =
                all(new TrainingBatches(dataset, 3, new PaddedCrop(2, true)), new SeedSequence(1), 2, 2);
        List<TrainingBatch> large =
                all(new TrainingBatches(dataset, 6, new PaddedCrop(2, true)), new SeedSequence(1), 2, 2);

        assertThat(small.stream().flatMap(TrainingBatchesTest::labeledImages))
                .containsExactlyElementsOf(large.stream()
                        .flatMap(TrainingBatchesTest::labeledImages)
                        .toList());
    }

    @Test
    void aSingleLeftOverImageIsPassedOver() {
        assertThat(epochOf(Stripes.dataset(9, 2), 4, 1))
                .extracting(batch -> batch.labels().length)
                .containsExactly(4, 4);
    }

    @Test
    void fewerImagesThanABatchMakeOneSmallBatch() {
        assertThat(epochOf(Stripes.dataset(3, 2), 4, 1))
                .extracting(batch -> batch.labels().length)
                .containsExactly(3);
    }

    @Test
    void batchesOfOneImageAreRefused() {
        ImageDataset dataset = Stripes.dataset(4, 2);
        assertThatThrownBy(() -> new TrainingBatches(dataset, 1, NONE))
                .hasMessageContaining("a batchSize of at least 2, got 4 images and a batchSize of 1");
    }

    private static List<TrainingBatch> epochOf(ImageDataset dataset, int batchSize, long seed) {
        TrainingBatches batches = new TrainingBatches(dataset, batchSize, NONE);
        List<TrainingBatch> epoch = all(batches, new SeedSequence(seed), 0, 2);
        assertThat(epoch).hasSize(batches.perEpoch());
        return epoch;
    }

    private static List<TrainingBatch> all(TrainingBatches batches, SeedSequence seeds, int epochNumber, int threads) {
        List<TrainingBatch> epoch = new ArrayList<>();
        try (OrderedPrefetch<Integer, TrainingBatch> left =
                batches.epoch(seeds, epochNumber, new PrefetchPolicy(threads, threads + 1))) {
            left.forEachRemaining(epoch::add);
        }
        return epoch;
    }

    private static TrainingBatch whole(ImageDataset dataset) {
        int[] all = new int[dataset.trainCount()];
        Arrays.setAll(all, i -> i);
        return new TrainingBatch(dataset.images(Split.TRAIN, all), dataset.labels(Split.TRAIN, all));
    }

    private static List<ByteBuffer> pixelsOf(List<TrainingBatch> epoch) {
        return epoch.stream()
                .map(batch -> ByteBuffer.wrap(batch.images().bytes()))
                .toList();
    }

    /** Each image as its label and its pixels. */
    private static Stream<List<Integer>> labeledImages(TrainingBatch batch) {
        ImageBatch images = batch.images();
        int size = images.height() * images.width();
        return IntStream.range(0, images.count())
                .mapToObj(image -> List.of(
                        batch.labels()[image],
                        Arrays.hashCode(Arrays.copyOfRange(images.bytes(), image * size, (image + 1) * size))));
    }
}
