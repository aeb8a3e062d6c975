package org.dwastudio.stage.synthesis.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.dwastudio.config.synthesis.Augmentation;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.TensorScope;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearAugmentationTest {
    @RegisterExtension
    private final TensorScope tensors = new TensorScope();

    private static final int SIZE = 6;

    @Test
    void aShiftBringsBackAtOneEdgeWhatLeavesAtTheOther() {
        NDArray image = tensors.manager().create(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, new Shape(1, 1, 3, 3));

        assertThat(new CyclicShift(1, 2).of(image).toDoubleArray()).containsExactly(8, 9, 7, 2, 3, 1, 5, 6, 4);
        assertThat(new CyclicShift(0, 0).of(image).toDoubleArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(new CyclicShift(3, -3).of(image).toDoubleArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void aCropOfTheWholeImageChangesNothing() {
        NDArray images = random(1);

        assertThat(new ResizedCrop(0, 0, SIZE, SIZE, false).of(images).toDoubleArray())
                .containsExactly(images.toDoubleArray());
    }

    @Test
    void aCropIsEnlargedBilinearlyAndMirrored() {
        NDArray image = tensors.manager()
                .create(new double[] {0, 0, 0, 0, 0, 1, 3, 0, 0, 5, 7, 0, 0, 0, 0, 0}, new Shape(1, 1, 4, 4));

        // PyTorch: interpolate(x[..., 1:3, 1:3], size=4, mode="bilinear", align_corners=False)
        double[] enlarged = {1, 1.5, 2.5, 3, 2, 2.5, 3.5, 4, 4, 4.5, 5.5, 6, 5, 5.5, 6.5, 7};
        double[] mirrored = {3, 2.5, 1.5, 1, 4, 3.5, 2.5, 2, 6, 5.5, 4.5, 4, 7, 6.5, 5.5, 5};
        assertThat(new ResizedCrop(1, 1, 2, 2, false).of(image).toDoubleArray())
                .containsExactly(enlarged, within(1e-12));
        assertThat(new ResizedCrop(1, 1, 2, 2, true).of(image).toDoubleArray())
                .containsExactly(mirrored, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 6, 6, true", "1, 2, 3, 4, false", "5, 0, 1, 6, true"})
    void pullingBackIsTheTransposedMap(int top, int left, int height, int width, boolean flipped) {
        LinearAugmentation augmentation =
                new AugmentationSequence(new ResizedCrop(top, left, height, width, flipped), new CyclicShift(2, 5));
        NDArray images = random(2);
        NDArray gradient = random(3);

        double there = dot(augmentation.of(images), gradient);
        double back = dot(images, augmentation.pullBack(gradient));

        assertThat(back).isCloseTo(there, within(1e-10));
        assertThat(there).isNotCloseTo(0, within(1e-3));
    }

    @Test
    void shiftsAreDrawnFromZeroToJitterInclusive() {
        AugmentationSampler sampler = new AugmentationSampler(new SeedSequence(5), SIZE);
        SynthesisConfig config = SynthesisConfig.paper().withAugmentation(augmentation -> augmentation.withJitter(2));
        Set<LinearAugmentation> drawn = new HashSet<>();
        for (int iteration = 0; iteration < 300; iteration++) {
            drawn.add(sampler.draw(new ClassBatch(0, 0, 3), iteration, config));
        }

        Set<LinearAugmentation> all = new HashSet<>();
        for (int dy = 0; dy <= 2; dy++) {
            for (int dx = 0; dx <= 2; dx++) {
                all.add(new CyclicShift(dy, dx));
            }
        }
        assertThat(drawn).isEqualTo(all);
    }

    @Test
    void cropsLieInsideTheImageAndCoverFromEightPercentOfIt() {
        AugmentationSampler sampler = new AugmentationSampler(new SeedSequence(5), 64);
        SynthesisConfig config = SynthesisConfig.paper()
                .withAugmentation(
                        augmentation -> augmentation.withJitter(0).withKind(Augmentation.Kind.RANDOM_RESIZED_CROP));
        int flips = 0;
        double smallest = 1;
        double largest = 0;
        for (int iteration = 0; iteration < 1000; iteration++) {
            AugmentationSequence augmentation =
                    (AugmentationSequence) sampler.draw(new ClassBatch(1, 0, 3), iteration, config);
            ResizedCrop crop = (ResizedCrop) augmentation.first();
            assertThat(crop.top()).isBetween(0, 64 - crop.height());
            assertThat(crop.left()).isBetween(0, 64 - crop.width());
            assertThat((double) crop.width() / crop.height()).isBetween(0.70, 1.42);
            double area = crop.height() * crop.width() / 4096.0;
            smallest = Math.min(smallest, area);
            largest = Math.max(largest, area);
            flips += crop.flipped() ? 1 : 0;
        }
        assertThat(smallest).isBetween(0.07, 0.12);
        assertThat(largest).isBetween(0.9, 1.0);
        assertThat(flips).isBetween(430, 570);
    }

    @Test
    void theSamePlaceDrawsTheSameViewWhateverWasDrawnBefore() {
        AugmentationSampler one = new AugmentationSampler(new SeedSequence(9), 32);
        AugmentationSampler other = new AugmentationSampler(new SeedSequence(9), 32);
        SynthesisConfig config = SynthesisConfig.paper().withAugmentation(augmentation -> augmentation.withJitter(31));
        ClassBatch batch = new ClassBatch(3, 0, 10);
        LinearAugmentation first = one.draw(batch, 17, config);
        other.draw(new ClassBatch(2, 0, 10), 0, config);

        assertThat(other.draw(batch, 17, config)).isEqualTo(first);
        assertThat(new AugmentationSampler(new SeedSequence(10), 32).draw(batch, 17, config))
                .isNotEqualTo(first);
    }

    private NDArray random(long seed) {
        return tensors.manager()
                .create(new Random(seed).doubles(2 * 3 * SIZE * SIZE).toArray(), new Shape(2, 3, SIZE, SIZE));
    }

    private static double dot(NDArray one, NDArray other) {
        return one.mul(other).sum().getDouble();
    }
}
