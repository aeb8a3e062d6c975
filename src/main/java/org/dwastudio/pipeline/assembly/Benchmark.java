package org.dwastudio.pipeline.assembly;

import ai.djl.ndarray.NDManager;
import java.util.Set;
import org.dwastudio.network.PixelOperators;
import org.dwastudio.network.TorchEngine;
import org.dwastudio.pipeline.synthesis.BenchmarkCase;
import org.dwastudio.pipeline.synthesis.BenchmarkReport;
import org.dwastudio.pipeline.synthesis.StepBenchmark;
import org.dwastudio.pipeline.synthesis.StepVariant;

/** A benchmark of the pixel step on an engine of its own. */
public final class Benchmark {

    /** Measures some variants by turns for so many seconds. */
    public BenchmarkReport run(BenchmarkCase measured, Set<StepVariant> variants, double seconds) {
        try (NDManager manager = TorchEngine.load().newManager();
                PixelOperators operators = PixelOperators.load(manager)) {
            return new StepBenchmark(measured, manager, operators).run(variants, seconds);
        }
    }
}
