package org.dwastudio.stage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.Matching;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.PassFootprint;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.random.RandomPurpose;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.augmentation.AugmentationSampler;
import org.dwastudio.stage.synthesis.start.NoiseImages;
import org.dwastudio.stage.synthesis.start.StartImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.step.AdjustedTeacher;
import org.dwastudio.stage.synthesis.step.DirectedWeightAdjustment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EstimatedMemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Normalization HALF = new Normalization(List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5));

    @Test
    void theEstimateGrowsWithTheBatchAndTheLargestThatFitsIsFound() {
        NetworkConfig network = new NetworkConfig("resnet18", 64, NetworkConfig.Stem.SMALL, 3, 100, 32);
        PassFootprint pass = new PassFootprint(45_000_000, 4_920_000, 262_144);
        SynthesisMemory memory = new SynthesisMemory(pass, network, SynthesisConfig.paper());

        assertThat(memory.bytes(100)).isBetween(900_000_000L, 1_300_000_000L);
        assertThat(memory.bytes(200)).isEqualTo(memory.bytes(100));
        int fitting = memory.fittingBatchSize(500_000_000, 100);
        assertThat(memory.bytes(fitting)).isLessThanOrEqualTo(500_000_000);
        assertThat(memory.bytes(fitting + 1)).isGreaterThan(500_000_000);
        assertThat(memory.fittingBatchSize(1000, 100)).isZero();
    }

    @Test
    void aFeatureRegressionTakesAnotherTeacherAndAnotherPass() {
        NetworkConfig network = new NetworkConfig("resnet18", 64, NetworkConfig.Stem.SMALL, 3, 100, 32);
        PassFootprint pass = new PassFootprint(45_000_000, 4_920_000, 262_144);
        SynthesisConfig without = SynthesisConfig.paper().withAdjustment(adjustment -> adjustment.withRho(0));

        long more = new SynthesisMemory(pass, network, without.withRegression(regression -> regression.withWeight(1)))
                        .bytes(100)
                - new SynthesisMemory(pass, network, without).bytes(100);

        // The weights, 1.35 − 1.1 of the activations, 128 real images with three largest tensors, 228 images of a
        // student.
        assertThat(more).isBetween(340_000_000L, 380_000_000L);
    }

    @Test
    void aDistributionMatchingKeepsPixelsAndVelocitiesOfItsSliceAndTheActivationsOfOneClass() {
        NetworkConfig network = new NetworkConfig("resnet18", 64, NetworkConfig.Stem.SMALL, 3, 100, 32);
        PassFootprint pass = new PassFootprint(45_000_000, 4_920_000, 262_144);
        SynthesisMemory memory = new SynthesisMemory(
                pass,
                network,
                SynthesisConfig.paper()
                        .withMatching(matching -> matching.withMethod(Matching.Method.DISTRIBUTION_MATCHING)));

        // Of 100 classes 24.6 MB of pixels and velocities; 78.6 MB of the teacher's pass and 12.3 MB of a column.
        assertThat(memory.bytes(100)).isBetween(110_000_000L, 125_000_000L);
        // Of a class 8 MB of 64 real images, 18 MB of activations of 10 images.
        assertThat(memory.bytes(1)).isBetween(20_000_000L, 35_000_000L);
    }

    @Test
    void allAtOnceEveryColumnKeepsATeacherOfItsOwn() {
        NetworkConfig network = new NetworkConfig("resnet18", 64, NetworkConfig.Stem.SMALL, 3, 10, 32);
        PassFootprint pass = new PassFootprint(45_000_000, 4_920_000, 262_144);
        SynthesisConfig oneByOne = SynthesisConfig.paper();

        long more = new SynthesisMemory(
                                pass,
                                network,
                                oneByOne.withExecution(execution -> execution.withOrder(Execution.Order.ALL_AT_ONCE)))
                        .bytes(10)
                - new SynthesisMemory(pass, network, oneByOne).bytes(10);

        assertThat(more).isBetween(9 * 45_000_000L, 9 * 46_000_000L);
    }

    @Test
    @Tag("slow")
    @EnabledOnOs(OS.LINUX)
    void aResNet50StepsOnTenImagesOf224PixelsWithinWhatWasEstimated() throws IOException {
        NetworkConfig network = new NetworkConfig("resnet50", 64, NetworkConfig.Stem.IMAGENET, 3, 1000, 224);
        SynthesisConfig config = SynthesisConfig.paperImageNet().withBatchSize(10);
        SeedSequence seeds = new SeedSequence(1);
        ClassBatch batch = new ClassBatch(0, 0, 10);
        try (NDManager manager = TorchEngine.load().newManager();
                PixelOperators operators = PixelOperators.load(manager);
                Network teacher = new NetworkCatalog().build(network, manager, DataType.FLOAT32, 1)) {
            SynthesisMemory memory = new SynthesisMemory(PassFootprint.of(teacher, manager), network, config);
            long before = kilobytes("VmRSS:");

            StartImages start = StartImages.of(
                    batch, new NoiseImages(seeds, 3, 224).images(batch, manager, DataType.FLOAT32), HALF);
            AdjustedTeacher adjusted = new DirectedWeightAdjustment(
                            config.withAdjustment(adjustment -> adjustment.withAscentSteps(2)))
                    .adjust(teacher, start.pixels(), start.labels(), seeds.generator(RandomPurpose.DIRECTION), manager);
            AugmentationSampler augmentations = new AugmentationSampler(seeds, 224);
            try (BatchSynthesis synthesis = new BatchSynthesis(adjusted.network(), start, config, operators, manager)) {
                adjusted.close();
                for (int i = 0; i < 2; i++) {
                    assertThat(synthesis
                                    .step(config, augmentations.draw(batch, i, config))
                                    .total())
                            .isFinite();
                }
            }

            long taken = 1024 * (kilobytes("VmHWM:") - before);
            assertThat(taken).isBetween(500_000_000L, memory.bytes(10));
        }
    }

    private static long kilobytes(String name) throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
