package org.dwastudio.stage.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.synthesis.augmentation.AugmentationSampler;
import org.dwastudio.stage.synthesis.start.NoiseImages;
import org.dwastudio.stage.synthesis.start.StartImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Tests that the memory use of a synthesis does not grow with the number of steps. */
class SynthesisMemoryTest {
    private static final long LEAK_KILOBYTES = 40_000;
    private static final int MOST_PARTS = 3;
    private static final int CLASSES = 10;
    private static final int SIZE = 28;
    private static final int SAMPLE = 50;
    private static final SynthesisConfig CONFIG = SynthesisConfig.paper().withIterations(100_000);
    private static final AugmentationSampler VIEWS = new AugmentationSampler(new SeedSequence(1), SIZE);
    private static final ClassBatch BATCH = new ClassBatch(0, 0, CLASSES);

    @Test
    void liveTensorsStayAsManyAsAfterTheFirstStep() {
        try (Steps steps = new Steps()) {
            steps.make(1);
            int afterOne = steps.liveTensors();

            steps.make(200);

            assertThat(steps.liveTensors()).isEqualTo(afterOne);
            assertThat(afterOne).isPositive();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void residentMemoryStaysFlatOverHundredsOfSteps() throws IOException {
        assertFlat(100, 200);
    }

    @Test
    @Tag("slow")
    @EnabledOnOs(OS.LINUX)
    void residentMemoryStaysFlatOverTwoThousandSteps() throws IOException {
        assertFlat(400, 1000);
    }

    /**
     * Compares the minimum memory of parts of equal length, because the allocator requests and returns tens of
     * megabytes at a time. A leak of one first-stage activation per step would be 250 kB, hence 50 MB between the
     * shorter parts, and again from each part to the next; leftovers of other tests in the process vary.
     */
    private static void assertFlat(int warmUp, int half) throws IOException {
        try (Steps run = new Steps()) {
            run.make(warmUp);
            long before = leastResidentKilobytes(run, half);
            long growth = Long.MAX_VALUE;
            for (int part = 0; part < MOST_PARTS && growth >= LEAK_KILOBYTES; part++) {
                long now = leastResidentKilobytes(run, half);
                growth = now - before;
                before = now;
            }

            assertThat(growth).isLessThan(LEAK_KILOBYTES);
        }
    }

    private static long leastResidentKilobytes(Steps run, int count) throws IOException {
        long least = Long.MAX_VALUE;
        for (int made = 0; made < count; made += SAMPLE) {
            run.make(SAMPLE);
            System.gc();
            least = Math.min(least, residentKilobytes());
        }
        return least;
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static final class Steps implements AutoCloseable {
        private final NDManager root = TorchEngine.load().newManager();
        private final PixelOperators operators = PixelOperators.load(root);
        private final BatchSynthesis synthesis;

        Steps() {
            NetworkConfig config = new NetworkConfig("resnet18", 8, NetworkConfig.Stem.SMALL, 1, CLASSES, SIZE);
            try (Network teacher = new NetworkCatalog().build(config, root, DataType.FLOAT32, 7);
                    NDArray start =
                            new NoiseImages(new SeedSequence(1), 1, SIZE).images(BATCH, root, DataType.FLOAT32)) {
                synthesis = new BatchSynthesis(
                        teacher, StartImages.of(BATCH, start, TinyWorld.NORMALIZATION), CONFIG, operators, root);
            }
        }

        void make(int count) {
            for (int i = 0; i < count; i++) {
                synthesis.step(CONFIG, VIEWS.draw(BATCH, synthesis.iteration(), CONFIG));
            }
        }

        /** Returns the number of live tensors of all managers below the root. */
        int liveTensors() {
            return root.getManagedArrays().size();
        }

        @Override
        public void close() {
            synthesis.close();
            operators.close();
            root.close();
        }
    }
}
