package org.dwastudio.stage.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.weights.numpy.FloatMatrixFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inspection of made-up features: 40 real images of each of two classes, alternating, with 8 features. */
class InspectedSetTest {
    private static final int EACH = 40;
    private static final int FEATURES = 8;

    @TempDir
    private Path folder;

    private final float[] real = random(2 * EACH, 1);

    @Test
    void theLessDiverseClassComesFirst() throws IOException {
        // Four times the same image in class 1, different ones in class 0.
        float[] distilled = random(8, 2);
        for (int image = 5; image < 8; image++) {
            System.arraycopy(distilled, 4 * FEATURES, distilled, image * FEATURES, FEATURES);
        }

        InspectionReport report = report(distilled, 0, 0, 0, 0, 1, 1, 1, 1);

        assertThat(report.classes()).extracting(ClassMetrics::className).containsExactly("dog", "cat");
        assertThat(report.images()).isEqualTo(8);
        ClassMetrics dog = report.classes().get(0);
        assertThat(dog.images()).isEqualTo(4);
        assertThat(dog.distilled().withinClassCosine()).hasValueCloseTo(1.0, within(1e-6));
        assertThat(dog.distilled().vendiScore()).isCloseTo(1, within(1e-5));
        assertThat(dog.distilled().effectiveRank()).isCloseTo(1, within(1e-3));
        assertThat(dog.real().vendiScore()).isGreaterThan(2);
        assertThat(dog.references()).isEqualTo(EACH - 3 * 4);
        assertThat(report.distilled().vendiScore())
                .isCloseTo((1 + report.classes().get(1).distilled().vendiScore()) / 2, within(1e-5));
    }

    @Test
    void copiesOfRealImagesAreCounted() throws IOException {
        float[] distilled = random(4, 2);
        // Real image 6 is of class 0, and so are the distilled images 0 and 1; real image 7 is of class 1.
        System.arraycopy(real, 6 * FEATURES, distilled, 0, FEATURES);
        System.arraycopy(real, 7 * FEATURES, distilled, FEATURES, FEATURES);

        InspectionReport report = report(distilled, 0, 0, 1, 1);

        ClassMetrics cat = report.classes().stream()
                .filter(metrics -> metrics.label() == 0)
                .findFirst()
                .orElseThrow();
        assertThat(cat.distilled().nearCopies()).hasValue(1);
        assertThat(report.distilled().nearCopies().getAsDouble()).isBetween(1.0, 2.0);
    }

    @Test
    void randomRealImagesAreAboutAsGoodAsRealImages() throws IOException {
        float[] further = random(20, 3);

        InspectionReport report =
                report(further, IntStream.range(0, 20).map(i -> i % 2).toArray());

        assertThat(report.real().density().getAsDouble()).isBetween(0.5, 1.5);
        assertThat(report.distilled().density().getAsDouble()).isBetween(0.5, 1.5);
        assertThat(report.distilled().coverage().getAsDouble())
                .isCloseTo(report.real().coverage().getAsDouble(), within(0.25));
        assertThat(report.distilled().nearCopies().getAsDouble()).isLessThanOrEqualTo(2);
    }

    @Test
    void aSmallClassHasNoDensityAndASingleImageNoCosine() throws IOException {
        // 38 distilled images leave two real images to refer to.
        InspectionReport many = report(random(38, 2), new int[38]);
        InspectionReport single = report(random(1, 2), 1);

        ClassMetrics cat = many.classes().get(0);
        assertThat(cat.references()).isEqualTo(2);
        assertThat(cat.distilled().density()).isEmpty();
        assertThat(cat.real().coverage()).isEmpty();
        assertThat(cat.distilled().nearCopies()).isPresent();
        assertThat(single.classes()).hasSize(1);
        assertThat(single.distilled().withinClassCosine()).isEmpty();
        assertThat(single.distilled().vendiScore()).isEqualTo(1);
        assertThat(single.distilled().coverage()).isPresent();
    }

    @Test
    void moreDistilledThanRealImagesAreComparedWithAllOfThem() throws IOException {
        InspectionReport report = report(random(50, 2), new int[50]);

        assertThat(report.classes().get(0).references()).isZero();
        assertThat(report.classes().get(0).real().effectiveRank()).isBetween(4.0, 8.0);
    }

    @Test
    void samplesAreDisjointAndTheSameAtEveryCall() {
        int[] images = IntStream.range(100, 200).toArray();
        ClassSamples samples = ClassSamples.of(images, 10, 3, new SeedSequence(5));
        ClassSamples again = ClassSamples.of(images, 10, 3, new SeedSequence(5));

        List<Integer> all = new ArrayList<>();
        samples.sets().forEach(set -> Arrays.stream(set).forEach(all::add));
        Arrays.stream(samples.references()).forEach(all::add);
        assertThat(samples.sets()).hasSize(3);
        assertThat(all).hasSize(100).doesNotHaveDuplicates();
        assertThat(again.references()).isEqualTo(samples.references());
        assertThat(ClassSamples.of(IntStream.range(0, 5000).toArray(), 10, 0, new SeedSequence(5))
                        .references())
                .hasSize(2000);
    }

    @Test
    void progressCountsRealImagesAndACancellationEndsTheComparison() throws IOException {
        List<Long> seen = new ArrayList<>();
        try (InspectedSet set = set(random(2, 2), 0, 1)) {
            set.report((done, total) -> seen.add(done * 1000 + total), CancellationToken.NONE);
            assertThat(seen).containsExactly(40_080L, 80_080L);
            assertThatThrownBy(() -> set.report(ProgressListener.NONE, () -> true))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private InspectionReport report(float[] distilled, int... labels) throws IOException {
        try (InspectedSet set = set(distilled, labels)) {
            return set.report(ProgressListener.NONE, CancellationToken.NONE);
        }
    }

    private InspectedSet set(float[] distilled, int... labels) throws IOException {
        Path file = folder.resolve("features.npy");
        FloatMatrixFile.write(file, 2 * EACH, FEATURES, target -> target.add(real));
        return new InspectedSet(
                new FeatureMatrix(labels.length, FEATURES, distilled),
                labels,
                new RealSet(dataset(), FloatMatrixFile.open(file)),
                9);
    }

    private static ImageDataset dataset() {
        int[] labels = IntStream.range(0, 2 * EACH).map(i -> i % 2).toArray();
        LabeledImages train = new LabeledImages(new ImageBatch(2 * EACH, 1, 1, 1, new byte[2 * EACH]), labels);
        return new InMemoryDataset("pets", List.of("cat", "dog"), train, train);
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
