package org.dwastudio.stage.synthesis.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.Matching;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.TinyWorld;
import org.dwastudio.stage.synthesis.start.NoiseImages;
import org.dwastudio.stage.synthesis.start.RealImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.state.SynthesisInputs;
import org.dwastudio.weights.StoredTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MatchedImagesTest {
    private static final SeedSequence SEEDS = new SeedSequence(5);
    private static final SynthesisConfig CONFIG = TinyWorld.CONFIG
            .withMatching(matching -> matching.withMethod(Matching.Method.DISTRIBUTION_MATCHING)
                    .withWidth(6)
                    .withImages(4))
            .withExecution(execution -> execution.withPrecision(Execution.Precision.FLOAT64));

    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    @Test
    void aSliceOfTheClassesHasTheImagesOfTheWhole() {
        try (MatchedImages whole = images(0, 3);
                MatchedImages slice = images(1, 2)) {
            for (int step = 0; step < 3; step++) {
                whole.step(CONFIG);
                slice.step(CONFIG);
            }

            assertThat(column(slice, 1))
                    .isEqualTo(Arrays.copyOfRange(
                            column(whole, 1), TinyWorld.SIZE * TinyWorld.SIZE, 3 * TinyWorld.SIZE * TinyWorld.SIZE));
        }
    }

    @Test
    void aStepMovesAllColumnsByTheRateAndTheNextByTheMomentumToo() {
        SynthesisConfig slow = CONFIG.withMatching(matching -> matching.withRate(0.002));
        SynthesisConfig fast = CONFIG.withMatching(matching -> matching.withRate(0.004));
        SynthesisConfig without = slow.withMatching(matching -> matching.withMomentum(0));
        try (MatchedImages start = images(0, 3);
                MatchedImages slowly = images(0, 3);
                MatchedImages quickly = images(0, 3);
                MatchedImages plainly = images(0, 3)) {
            slowly.step(slow);
            quickly.step(fast);
            plainly.step(without);

            for (int index = 0; index < 2; index++) {
                double[] before = column(start, index);
                double[] once = moved(column(slowly, index), before);
                double[] twice = moved(column(quickly, index), before);
                assertThat(once).isEqualTo(moved(column(plainly, index), before));
                int largest = largestInside(once, before);
                assertThat(Math.abs(once[largest])).isGreaterThan(1e-6);
                assertThat(twice[largest]).isCloseTo(2 * once[largest], within(1e-12));
            }
            slowly.step(slow);
            plainly.step(without);

            assertThat(column(slowly, 0)).isNotEqualTo(column(plainly, 0));
        }
    }

    @Test
    void pixelsStayBetweenBlackAndWhite() {
        SynthesisConfig large = CONFIG.withMatching(matching -> matching.withRate(1e6));
        try (MatchedImages images = images(0, 3)) {
            images.step(large);
            images.step(large);

            assertThat(Arrays.stream(column(images, 0)).min().orElseThrow())
                    .isEqualTo(TinyWorld.NORMALIZATION.lowerBound(0));
            assertThat(Arrays.stream(column(images, 0)).max().orElseThrow())
                    .isEqualTo(TinyWorld.NORMALIZATION.upperBound(0));
        }
    }

    @Test
    void noiseThatMovesTowardStripesHasASmallerLossThanNoiseThatStaysAtTheSameNetworks() {
        SynthesisConfig moving = CONFIG.withMatching(matching -> matching.withWidth(16));
        SynthesisConfig staying = moving.withMatching(matching -> matching.withRate(0.001));
        try (MatchedImages moved = stripes();
                MatchedImages stayed = stripes()) {
            lossOf(moved, moving, 300);
            lossOf(stayed, staying, 300);

            assertThat(lossOf(moved, moving, 5)).isLessThan(0.8 * lossOf(stayed, staying, 5));
            assertThat(moved.iteration()).isEqualTo(305);
        }
    }

    /** Returns noise images of a dataset with horizontal and vertical stripes. */
    private MatchedImages stripes() {
        int size = 16;
        byte[] pixels = new byte[8 * size * size];
        byte[] labels = new byte[8];
        for (int i = 0; i < pixels.length; i++) {
            int image = i / (size * size);
            int place = image % 2 == 0 ? i % size : i / size % size;
            labels[image] = (byte) (image % 2);
            pixels[i] = (byte) (place / 2 % 2 * 100 + 10 * image);
        }
        LabeledImages split = new LabeledImages(new ImageBatch(8, size, size, 1, pixels), labels);
        SynthesisInputs inputs = new SynthesisInputs(
                new NetworkCatalog()
                        .build(
                                new NetworkConfig("convnet", 2, NetworkConfig.Stem.SMALL, 1, 2, size),
                                tensors.manager(),
                                DataType.FLOAT64,
                                1),
                TinyWorld.NORMALIZATION,
                new InMemoryDataset("stripes", List.of("upright", "level"), split, split));
        return MatchedImages.start(
                List.of(new ClassBatch(0, 0, 2), new ClassBatch(1, 0, 2)),
                inputs,
                new NoiseImages(SEEDS, 1, size),
                CONFIG,
                SEEDS,
                tensors.operators(),
                tensors.manager());
    }

    private static double lossOf(MatchedImages images, SynthesisConfig config, int steps) {
        return IntStream.range(0, steps)
                .mapToDouble(step -> images.step(config))
                .sum();
    }

    @Test
    void itSavesPixelsAndVelocitiesOfEveryClass() {
        try (MatchedImages images = images(1, 2)) {
            Map<String, StoredTensor> stored = new HashMap<>();
            images.step(CONFIG);

            images.save(stored);

            assertThat(stored)
                    .containsOnlyKeys(
                            "matching/images/1", "matching/images/2", "matching/velocity/1", "matching/velocity/2");
        }
    }

    @Test
    void drawsDependOnTheIterationAndTheClassOnly() {
        MatchingDraws draws = new MatchingDraws(TinyWorld.inputs(tensors.manager()), SEEDS);

        double[] drawn = draws.images(7, 1, CONFIG, tensors.manager()).toDoubleArray();

        assertThat(drawn).hasSize(4 * TinyWorld.SIZE * TinyWorld.SIZE);
        assertThat(draws.images(7, 1, CONFIG, tensors.manager()).toDoubleArray())
                .isEqualTo(drawn);
        assertThat(draws.images(8, 1, CONFIG, tensors.manager()).toDoubleArray())
                .isNotEqualTo(drawn);
        assertThat(draws.images(7, 1, CONFIG.withMatching(matching -> matching.withImages(100)), tensors.manager())
                        .getShape()
                        .get(0))
                .isEqualTo(TinyWorld.PER_CLASS);
        assertThat(draws.network(7, CONFIG, tensors.manager())
                        .parameters()
                        .get("conv1.weight")
                        .toDoubleArray())
                .isNotEqualTo(draws.network(8, CONFIG, tensors.manager())
                        .parameters()
                        .get("conv1.weight")
                        .toDoubleArray());
    }

    @Test
    void augmentationsStayInTheirRanges() {
        SynthesisConfig unmirrored = CONFIG.withMatching(matching -> matching.withMirrored(false));
        List<MatchingAugmentation> drawn = IntStream.range(0, 400)
                .mapToObj(step ->
                        MatchingAugmentation.draw(SEEDS.generator(RandomPurpose.MATCHING_AUGMENTATION, step), CONFIG))
                .toList();

        assertThat(drawn).extracting(one -> one.shift().dx()).contains(-2, -1, 0, 1, 2);
        assertThat(drawn).allSatisfy(one -> {
            assertThat(one.shift().dx()).isBetween(-2, 2);
            assertThat(one.shift().dy()).isBetween(-2, 2);
            assertThat(one.contrast()).isBetween(0.7, 1.3);
            assertThat(one.brightness()).isBetween(-0.3, 0.3);
        });
        assertThat(drawn.stream().filter(MatchingAugmentation::mirrored).count())
                .isBetween(160L, 240L);
        assertThat(IntStream.range(0, 50)
                        .mapToObj(step -> MatchingAugmentation.draw(
                                SEEDS.generator(RandomPurpose.MATCHING_AUGMENTATION, step), unmirrored)))
                .noneMatch(MatchingAugmentation::mirrored);
    }

    private static double[] moved(double[] now, double[] before) {
        return IntStream.range(0, now.length)
                .mapToDouble(i -> now[i] - before[i])
                .toArray();
    }

    /** Returns the place of the largest change among the pixels that are far from black and white. */
    private static int largestInside(double[] changes, double[] before) {
        return IntStream.range(0, changes.length)
                .filter(i -> Math.abs(before[i]) < 1)
                .reduce((a, b) -> Math.abs(changes[a]) >= Math.abs(changes[b]) ? a : b)
                .orElseThrow();
    }

    private double[] column(MatchedImages images, int index) {
        try (NDArray column = images.column(index, tensors.manager())) {
            return column.toDoubleArray();
        }
    }

    private MatchedImages images(int firstClass, int classes) {
        RealImages real =
                new RealImages(TinyWorld.dataset(), TinyWorld.NORMALIZATION, SEEDS, RandomPurpose.START_IMAGE);
        return MatchedImages.start(
                IntStream.range(0, CONFIG.imagesPerClass())
                        .mapToObj(column -> new ClassBatch(column, firstClass, classes))
                        .toList(),
                TinyWorld.inputs(tensors.manager()),
                real,
                CONFIG,
                SEEDS,
                tensors.operators(),
                tensors.manager());
    }
}
