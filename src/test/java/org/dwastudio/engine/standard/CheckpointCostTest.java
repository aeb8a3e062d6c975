package org.dwastudio.engine.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.dwastudio.compute.ComputePlan;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.event.RunEvent;
import org.dwastudio.stage.CheckpointPace;
import org.dwastudio.stage.request.SynthesisRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures the cost of synthesis checkpoints by alternating runs with and without them. */
@Tag("slow")
class CheckpointCostTest {
    private static final int ROUNDS = 5;
    private static final Experiment EXPERIMENT = SynthesisPresets.demonstration()
            .withSynthesis(SynthesisPresets.demonstration()
                    .synthesis()
                    .withImagesPerClass(3)
                    .withIterations(200));

    @TempDir
    private Path folder;

    private int runs;

    private record Timed(double seconds, int saved) {}

    @Test
    void checkpointsTakeLessThanTheTenthOfARun() throws Exception {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        // Warm-up: the first run of a process includes JIT compilation.
        time(CheckpointCostTest::never);
        for (int round = 0; round < ROUNDS; round++) {
            Timed plain = time(CheckpointCostTest::never);
            Timed kept = time(() -> new CheckpointPace(StandardEngine.BETWEEN_CHECKPOINTS, System::nanoTime));
            without.add(plain.seconds());
            with.add(kept.seconds());
            System.out.printf(
                    Locale.ROOT,
                    "CheckpointCostTest: without %.2f s, with %.2f s (%d checkpoints)%n",
                    plain.seconds(),
                    kept.seconds(),
                    kept.saved() - plain.saved());
        }
        double cost = median(with) / median(without) - 1;
        System.out.printf(
                Locale.ROOT,
                "CheckpointCostTest: medians without %.2f s, with %.2f s: %.1f %%%n",
                median(without),
                median(with),
                100 * cost);

        assertThat(cost).isLessThan(0.1);
    }

    private Timed time(Supplier<CheckpointPace> pace) throws Exception {
        AtomicInteger saved = new AtomicInteger();
        try (StandardEngine engine = new StandardEngine("9.9", ComputePlan::bundled, pace)) {
            engine.warmUp().get();
            long began = System.nanoTime();
            engine.start(SynthesisRequest.fresh(EXPERIMENT, folder.resolve("run-" + runs++)), event -> {
                        if (event instanceof RunEvent.Saved) {
                            saved.incrementAndGet();
                        }
                    })
                    .outcome()
                    .get();
            return new Timed((double) (System.nanoTime() - began) / TimeUnit.SECONDS.toNanos(1), saved.get());
        }
    }

    /** Returns a pace with a constant clock: after a checkpoint that took a day, the next is never due. */
    private static CheckpointPace never() {
        CheckpointPace pace = new CheckpointPace(Duration.ofDays(1), () -> 0);
        pace.wrote(-TimeUnit.DAYS.toNanos(1));
        return pace;
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }
}
