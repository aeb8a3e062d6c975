package org.dwastudio.bench;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.nn.torch.TorchEngine;
import org.dwastudio.stage.StepTimes;
import org.dwastudio.train.LabelType;

/** Benchmarks on an engine of their own. */
public final class Benchmark {

    /**
     * Measures some variants of the pixel step, alternating, for the given number of seconds.
     *
     * @param python interpreter for {@link StepVariant#PYTHON}; empty to leave that variant out
     * @throws IOException if the interpreter cannot be started
     */
    public BenchmarkReport run(
            BenchmarkCase measured, Set<StepVariant> variants, double seconds, Optional<PythonInterpreter> python)
            throws IOException {
        TorchEngine engine = TorchEngine.load();
        InstructionsInUse instructions = InstructionsInUse.ofComputer(engine.threads());
        Set<StepVariant> inProcess = EnumSet.copyOf(variants);
        boolean withPython = inProcess.remove(StepVariant.PYTHON) && python.isPresent();
        try (NDManager manager = engine.newManager();
                PixelOperators operators = PixelOperators.load(manager)) {
            StepBenchmark benchmark = new StepBenchmark(measured, instructions, manager, operators);
            if (!withPython) {
                return benchmark.run(inProcess, Optional.empty(), seconds);
            }
            try (PythonStep step = new PythonStep(python.get(), measured, engine.threads())) {
                return benchmark.run(inProcess, Optional.of(step), seconds);
            }
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

    /**
     * Measures the training step of a teacher for the given number of seconds.
     *
     * @throws IOException never: nothing is written
     */
    public StepTimes run(SqueezeBenchmark measured, double seconds) throws IOException {
        try (NDManager manager = TorchEngine.load().newManager()) {
            return measured.run(seconds, manager);
        }
    }
}
