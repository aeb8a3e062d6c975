package org.dwastudio.data.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dwastudio.config.ImageFitting.Fit;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.Split;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.ImageHeader;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.text.Message;
import org.dwastudio.train.batch.TrainingBatch;
import org.dwastudio.train.batch.TrainingBatches;
import org.junit.jupiter.api.Test;

class DecodedImagesTest {
    private static final int COUNT = 40;
    private static final int SIZE = 8;
    private static final long BYTES = 3 * SIZE * SIZE + 64;
    private static final Augmentation PADDED = new PaddedCrop(2, true);
    private static final Augmentation RESIZED = new ResizedCrop(0.5, true);

    private final CountingSource source = new CountingSource();

    @Test
    void everyImageIsDecodedOnceInTwoEpochs() {
        ImageDataset dataset = dataset(COUNT * BYTES);

        epoch(dataset, PADDED, 0);
        assertThat(source.reads).hasValue(COUNT);
        epoch(dataset, PADDED, 1);
        assertThat(source.reads).hasValue(COUNT);
    }

    @Test
    void originalsOfRandomCropsAreDecodedOnceInTwoEpochs() {
        ImageDataset dataset = dataset(COUNT * BYTES);

        epoch(dataset, RESIZED, 0);
        epoch(dataset, RESIZED, 1);

        assertThat(source.reads).hasValue(COUNT);
    }

    @Test
    void originalsAreAlsoKeptWhereTheImagesAreInMemory() throws IOException {
        ImageDataset held = dataset(3 * COUNT * BYTES).held();
        int decoded = source.reads.get();

        epoch(held, RESIZED, 0);
        epoch(held, RESIZED, 1);
        epoch(held, PADDED, 2);

        assertThat(source.reads.get() - decoded).isEqualTo(COUNT);
    }

    @Test
    void imagesBeyondTheBudgetAreDecodedInEveryEpoch() {
        ImageDataset dataset = dataset(10 * BYTES + BYTES / 2);

        epoch(dataset, PADDED, 0);
        epoch(dataset, PADDED, 1);

        assertThat(source.reads).hasValue(COUNT + COUNT - 10);
    }

    @Test
    void keptImagesAreThoseThatWereDecoded() {
        int[] all = IntStream.range(0, COUNT).toArray();
        ImageDataset kept = dataset(COUNT * BYTES);
        byte[] first = kept.images(Split.TRAIN, all).bytes();

        assertThat(kept.images(Split.TRAIN, all).bytes())
                .isEqualTo(first)
                .isEqualTo(dataset(0).images(Split.TRAIN, all).bytes());
        assertThat(batches(kept, PADDED, 1)).isEqualTo(batches(dataset(0), PADDED, 1));
        assertThat(batches(kept, RESIZED, 1)).isEqualTo(batches(dataset(0), RESIZED, 1));
    }

    private PreprocessedDataset dataset(long budget) {
        return new PreprocessedDataset(
                new DatasetSource("counted", Message.literal(""), List.of("a", "b"), source, source, false),
                new ImageFormat(SIZE, 3, Fit.CROP),
                Optional.empty(),
                new PixelBudget(budget));
    }

    private static void epoch(ImageDataset dataset, Augmentation augmentation, int epoch) {
        assertThat(batches(dataset, augmentation, epoch)).hasSize(COUNT / 8);
    }

    private static List<String> batches(ImageDataset dataset, Augmentation augmentation, int epoch) {
        try (OrderedPrefetch<Integer, TrainingBatch> left = new TrainingBatches(dataset, 8, augmentation)
                .epoch(new SeedSequence(1), epoch, new PrefetchPolicy(4, 5))) {
            return IntStream.range(0, COUNT / 8)
                    .mapToObj(batch -> Arrays.toString(left.next().images().bytes()))
                    .toList();
        }
    }

    /** Images of one color each, which count how often they are read. */
    private static final class CountingSource implements ImageSource {
        private final AtomicInteger reads = new AtomicInteger();

        @Override
        public int count() {
            return COUNT;
        }

        @Override
        public int label(int index) {
            return index % 2;
        }

        @Override
        public int[] indicesOf(int label) {
            return IntStream.range(0, COUNT)
                    .filter(index -> label(index) == label)
                    .toArray();
        }

        @Override
        public String describe(int index) {
            return "image " + index;
        }

        @Override
        public ImageHeader header(int index) {
            return new ImageHeader(SIZE, SIZE, 3);
        }

        @Override
        public ImageBatch read(int index) {
            reads.incrementAndGet();
            byte[] bytes = new byte[3 * SIZE * SIZE];
            Arrays.fill(bytes, (byte) (index + 1));
            return new ImageBatch(1, SIZE, SIZE, 3, bytes);
        }

        @Override
        public boolean decodesFiles() {
            return true;
        }

        @Override
        public void digest(int index, int label, MessageDigest digest) {
            digest.update((byte) index);
        }
    }
}
