package org.dwastudio.bench;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.stage.StepTimes;
import org.dwastudio.train.LabelType;

/** Benchmarks on an engine of their own. */
public final class Benchmark {

    /** Measures some variants of the pixel step, alternating, for the given number of seconds. */
    public BenchmarkReport run(BenchmarkCase measured, Set<StepVariant> variants, double seconds) {
        try (NDManager manager = TorchEngine.load().newManager();
                PixelOperators operators = PixelOperators.load(manager)) {
            return new StepBenchmark(measured, manager, operators).run(variants, seconds);
        }
    }

    /**
     * Measures the training step of a student with both kinds of labels, alternating, for the given number of seconds.
     *
     * @throws IOException never: nothing is written
     */
    public Map<LabelType, StepTimes> run(StudentBenchmark measured, double seconds) throws IOException {
        try (NDManager manager = TorchEngine.load().newManager()) {
            return measured.run(seconds, manager);
        }
    }
}
