package org.dwastudio.stage.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.data.Split;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.metric.feature.Neighbor;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.weights.numpy.FloatMatrixFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real images of three classes, of which the last has none and the second is small. */
class RealSetTest {
    private static final int FEATURES = 6;
    private static final int CATS = 40;
    private static final int DOGS = 8;
    private static final int COUNT = CATS + DOGS;
    private static final long SEED = 9;

    @TempDir
    private Path folder;

    private final float[] real = random(COUNT, 1);
    private RealSet set;

    @BeforeEach
    void open() throws IOException {
        set = opened();
    }

    @AfterEach
    void close() throws IOException {
        set.close();
    }

    @Test
    void whatIsKeptOfTheRealImagesChangesNoNumber() throws IOException {
        FeatureMatrix first = features(10, 2);
        FeatureMatrix second = features(10, 3);

        InspectionReport before = report(set, first, SEED);
        InspectionReport other = report(set, second, SEED);

        assertThat(other).isNotEqualTo(before).isEqualTo(fresh(second, SEED));
        assertThat(other.real()).isEqualTo(before.real());
        assertThat(report(set, first, SEED)).isEqualTo(before).isEqualTo(fresh(first, SEED));
    }

    @Test
    void anotherNumberOfImagesAndAnotherSeedHaveTheirOwnSamples() throws IOException {
        InspectionReport ten = report(set, features(10, 2), SEED);

        InspectionReport four = report(set, features(4, 2), SEED);
        InspectionReport otherSeed = report(set, features(4, 2), SEED + 1);

        assertThat(four.classes().get(0).real())
                .isNotEqualTo(ten.classes().get(0).real());
        assertThat(four).isEqualTo(fresh(features(4, 2), SEED));
        assertThat(otherSeed).isNotEqualTo(four).isEqualTo(fresh(features(4, 2), SEED + 1));
        assertThat(report(set, features(10, 2), SEED)).isEqualTo(ten);
    }

    @Test
    void aCanceledComparisonLeavesNothingHalfComputed() throws IOException {
        AtomicInteger checks = new AtomicInteger();

        assertThatThrownBy(() -> set.compare(
                        features(10, 2), labels(10), SEED, ProgressListener.NONE, () -> checks.incrementAndGet() > 2))
                .isInstanceOf(CancellationException.class);

        assertThat(report(set, features(10, 2), SEED)).isEqualTo(fresh(features(10, 2), SEED));
    }

    @Test
    void severalThreadsCompareAtOnce() throws IOException {
        InspectionReport expected = fresh(features(10, 2), SEED);

        List<InspectionReport> found = IntStream.range(0, 16)
                .parallel()
                .mapToObj(call -> unchecked(features(10, 2)))
                .toList();

        assertThat(found).hasSize(16).containsOnly(expected);
    }

    @Test
    void theNearestImageIsSearchedAmongThoseOfTheClass() throws IOException {
        // Image 3 is a cat and image 45 a dog; twice the features point into the same direction.
        float[] queries = new float[4 * FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            queries[i] = 2 * real[3 * FEATURES + i];
            queries[FEATURES + i] = real[45 * FEATURES + i];
            queries[2 * FEATURES + i] = real[45 * FEATURES + i];
            queries[3 * FEATURES + i] = 1;
        }

        List<Optional<Neighbor>> nearest = set.nearestOfClass(
                new FeatureMatrix(4, FEATURES, queries), new int[] {0, 1, 0, 2}, CancellationToken.NONE);

        assertThat(nearest.get(0)).map(Neighbor::id).contains(3);
        assertThat(nearest.get(0).orElseThrow().distance()).isCloseTo(0, within(1e-6));
        assertThat(nearest.get(1)).map(Neighbor::id).contains(45);
        assertThat(nearest.get(2)).hasValueSatisfying(cat -> {
            assertThat(cat.id()).isLessThan(CATS).isEqualTo(nearestCat(45));
            assertThat(cat.distance()).isCloseTo(1 - cosine(45, cat.id()), within(1e-6));
        });
        assertThat(nearest.get(3)).isEmpty();
        assertThatThrownBy(() -> set.nearestOfClass(features(1, 2), new int[] {0}, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aSampleHasEquallyManyImagesOfEachClassAndAllOfSmallOnes() throws IOException {
        RealSample sample = set.sample(30, 5);

        // 8 dogs leave room for 22 cats.
        assertThat(sample.labels()).hasSize(30);
        assertThat(IntStream.of(sample.labels()).filter(label -> label == 1)).hasSize(DOGS);
        assertThat(sample.indices()).doesNotHaveDuplicates();
        for (int row = 0; row < 30; row++) {
            int image = sample.indices()[row];
            assertThat(sample.labels()[row]).isEqualTo(image < CATS ? 0 : 1);
            assertThat(sample.features().select(row).values())
                    .containsExactly(Arrays.copyOfRange(real, image * FEATURES, (image + 1) * FEATURES));
        }
        assertThat(set.sample(30, 5).indices()).isEqualTo(sample.indices());
        assertThat(set.sample(30, 6).indices()).isNotEqualTo(sample.indices());
        assertThat(set.sample(11, 5).labels()).containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
        assertThat(set.sample(500, 5).indices()).hasSize(COUNT);
    }

    @Test
    void imagesAreThoseOfTheTrainingSplit() {
        assertThat(set.classes()).isEqualTo(3);
        assertThat(set.count()).isEqualTo(COUNT);
        assertThat(set.images(45, 3).bytes())
                .isEqualTo(dataset().images(Split.TRAIN, 45, 3).bytes())
                .containsExactly(45, 3);
        assertThat(set.name(7)).isEqualTo("train image 7");
        assertThat(set.file(7)).isEmpty();
    }

    @Test
    void aClosedSetCannotBeRead() throws IOException {
        RealSet closed = opened();
        closed.close();

        assertThatThrownBy(() -> closed.sample(10, 0)).isInstanceOf(IOException.class);
    }

    private InspectionReport unchecked(FeatureMatrix distilled) {
        try {
            return report(set, distilled, SEED);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private InspectionReport fresh(FeatureMatrix distilled, long seed) throws IOException {
        try (RealSet other = opened()) {
            return report(other, distilled, seed);
        }
    }

    private static InspectionReport report(RealSet of, FeatureMatrix distilled, long seed) throws IOException {
        return of.compare(distilled, labels(distilled.rows()), seed, ProgressListener.NONE, CancellationToken.NONE);
    }

    /** Returns labels of cats and dogs in turn. */
    private static int[] labels(int count) {
        return IntStream.range(0, count).map(i -> i % 2).toArray();
    }

    private int nearestCat(int image) {
        return IntStream.range(0, CATS)
                .boxed()
                .max((one, other) -> Double.compare(cosine(image, one), cosine(image, other)))
                .orElseThrow();
    }

    private double cosine(int one, int other) {
        double product = 0;
        double ofOne = 0;
        double ofOther = 0;
        for (int i = 0; i < FEATURES; i++) {
            double a = real[one * FEATURES + i];
            double b = real[other * FEATURES + i];
            product += a * b;
            ofOne += a * a;
            ofOther += b * b;
        }
        return product / Math.sqrt(ofOne * ofOther);
    }

    private RealSet opened() throws IOException {
        Path file = folder.resolve("features.npy");
        FloatMatrixFile.write(file, COUNT, FEATURES, target -> target.add(real));
        return new RealSet(dataset(), FloatMatrixFile.open(file));
    }

    private static ImageDataset dataset() {
        byte[] pixels = new byte[COUNT];
        for (int i = 0; i < COUNT; i++) {
            pixels[i] = (byte) i;
        }
        int[] labels = IntStream.range(0, COUNT).map(i -> i < CATS ? 0 : 1).toArray();
        LabeledImages train = new LabeledImages(new ImageBatch(COUNT, 1, 1, 1, pixels), labels);
        return new InMemoryDataset("pets", List.of("cat", "dog", "fish"), train, train);
    }

    private static FeatureMatrix features(int rows, long seed) {
        return new FeatureMatrix(rows, FEATURES, random(rows, seed));
    }

    private static float[] random(int rows, long seed) {
        Random random = new Random(seed);
        float[] values = new float[rows * FEATURES];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
