package org.dwastudio.pipeline.squeeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dwastudio.data.Augmentation;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.Split;
import org.dwastudio.event.PixelBlock;
import org.junit.jupiter.api.Test;

class TrainingBatchesTest {
    private static final Augmentation NONE = new Augmentation(0, false);

    @Test
    void anEpochShowsEveryImageOnceWithItsLabel() {
        ImageDataset dataset = Stripes.dataset(10, 2);
        List<TrainingBatch> epoch = epochOf(dataset, 4, 1);

        assertThat(epoch).extracting(batch -> batch.labels().length).containsExactly(4, 4, 2);
        assertThat(epoch.stream().flatMap(TrainingBatchesTest::labelledImages).toList())
                .containsExactlyInAnyOrderElementsOf(
                        labelledImages(whole(dataset)).toList())
                .doesNotContainSequence(labelledImages(whole(dataset)).toList());
    }

    @Test
    void ordersFollowTheGenerator() {
        ImageDataset dataset = Stripes.dataset(10, 2);
        List<ByteBuffer> first = pixelsOf(epochOf(dataset, 4, 1));

        assertThat(pixelsOf(epochOf(dataset, 4, 1))).isEqualTo(first);
        assertThat(pixelsOf(epochOf(dataset, 4, 2))).isNotEqualTo(first);
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
        List<TrainingBatch> epoch = batches.epoch(new SplittableRandom(seed)).toList();
        assertThat(epoch).hasSize(batches.perEpoch());
        return epoch;
    }

    private static TrainingBatch whole(ImageDataset dataset) {
        int[] all = new int[dataset.trainCount()];
        Arrays.setAll(all, i -> i);
        return new TrainingBatch(dataset.pictures(Split.TRAIN, all), dataset.labels(Split.TRAIN, all));
    }

    private static List<ByteBuffer> pixelsOf(List<TrainingBatch> epoch) {
        return epoch.stream()
                .map(batch -> ByteBuffer.wrap(batch.pictures().bytes()))
                .toList();
    }

    /** Each image as its label and its pixels. */
    private static Stream<List<Integer>> labelledImages(TrainingBatch batch) {
        PixelBlock pictures = batch.pictures();
        int size = pictures.height() * pictures.width();
        return IntStream.range(0, pictures.count())
                .mapToObj(image -> List.of(
                        batch.labels()[image],
                        Arrays.hashCode(Arrays.copyOfRange(pictures.bytes(), image * size, (image + 1) * size))));
    }
}
