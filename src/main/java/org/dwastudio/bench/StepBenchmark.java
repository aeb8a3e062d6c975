package org.dwastudio.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dwastudio.config.synthesis.Execution;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.image.Normalization;
import org.dwastudio.nn.Network;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.gradient.PixelOperators;
import org.dwastudio.nn.torch.OperationThreads;
import org.dwastudio.random.SeedSequence;
import org.dwastudio.stage.StepTimes;
import org.dwastudio.stage.concurrent.PartResult;
import org.dwastudio.stage.concurrent.StageWorkers;
import org.dwastudio.stage.synthesis.BatchSynthesis;
import org.dwastudio.stage.synthesis.augmentation.AugmentationSampler;
import org.dwastudio.stage.synthesis.start.NoiseImages;
import org.dwastudio.stage.synthesis.start.StartImages;
import org.dwastudio.stage.synthesis.state.ClassBatch;
import org.dwastudio.stage.synthesis.step.BatchNormAlignment;
import org.dwastudio.stage.synthesis.step.PixelAdam;
import org.dwastudio.stage.synthesis.step.PixelBounds;

/** Timing of the variants of the pixel step, alternating in one process because the machine may have other work. */
public final class StepBenchmark {
    private static final int WARM_UP = 3;
    /** Rounds in which Python alternates with the other variants: single steps would disturb each other's threads. */
    private static final int ROUNDS = 3;

    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Path STATUS = Path.of("/proc/self/status");

    private final BenchmarkCase measured;
    private final InstructionsInUse instructions;
    private final NDManager manager;
    private final PixelOperators operators;
    private final SeedSequence seeds = new SeedSequence(1);
    private final AugmentationSampler augmentations;
    private final ClassBatch batch;
    private final Normalization normalization;
    private StageWorkers workers = StageWorkers.of(1);

    /** Step that returns its duration. */
    @FunctionalInterface
    private interface TimedStep {
        double milliseconds();
    }

    /** Prepares a case; {@code operators} are on the device of the manager. */
    public StepBenchmark(
            BenchmarkCase measured, InstructionsInUse instructions, NDManager manager, PixelOperators operators) {
        this.measured = measured;
        this.instructions = instructions;
        this.manager = manager;
        this.operators = operators;
        augmentations = new AugmentationSampler(seeds, measured.imageSize());
        batch = new ClassBatch(0, 0, measured.batch());
        List<Double> half = Collections.nCopies(measured.channels(), 0.5);
        normalization = new Normalization(half, half);
    }

    /**
     * Measures.
     *
     * @param variants in which order they take turns, those in this process
     * @param python step in Python, which takes its turn after several of the others
     * @param seconds how long, the warm-up not counted
     */
    BenchmarkReport run(Set<StepVariant> variants, Optional<PythonStep> python, double seconds) {
        Map<StepVariant, TimedStep> timed = new EnumMap<>(StepVariant.class);
        OptionalLong peak = OptionalLong.empty();
        try (NDManager scope = manager.newSubManager()) {
            for (StepVariant variant : variants) {
                TimedStep once = timed(variant, scope);
                for (int i = 0; i < WARM_UP; i++) {
                    once.milliseconds();
                }
                if (timed.isEmpty()) {
                    peak = peakKilobytes();
                }
                timed.put(variant, once);
            }
            python.ifPresent(step -> step.measure(0));
            return new BenchmarkReport(measured, takeTurns(timed, python, seconds), peak, instructions);
        } finally {
            workers.close();
        }
    }

    private static Map<StepVariant, StepTimes> takeTurns(
            Map<StepVariant, TimedStep> timed, Optional<PythonStep> python, double seconds) {
        Map<StepVariant, List<Double>> milliseconds = new EnumMap<>(StepVariant.class);
        int rounds = python.isPresent() ? ROUNDS : 1;
        double share = seconds / rounds / (timed.size() + (python.isPresent() ? 1 : 0));
        for (int round = 0; round < rounds; round++) {
            if (!timed.isEmpty()) {
                takeTurns(timed, share * timed.size(), milliseconds);
            }
            python.ifPresent(step -> milliseconds
                    .computeIfAbsent(StepVariant.PYTHON, key -> new ArrayList<>())
                    .addAll(step.measure(share)));
        }
        Map<StepVariant, StepTimes> times = new EnumMap<>(StepVariant.class);
        milliseconds.forEach((variant, values) -> times.put(variant, new StepTimes(values)));
        return times;
    }

    private static void takeTurns(
            Map<StepVariant, TimedStep> timed, double seconds, Map<StepVariant, List<Double>> milliseconds) {
        long end = System.nanoTime() + (long) (seconds * NANOS_PER_SECOND);
        do {
            timed.forEach((variant, once) -> milliseconds
                    .computeIfAbsent(variant, key -> new ArrayList<>())
                    .add(once.milliseconds()));
        } while (System.nanoTime() < end);
    }

    private TimedStep timed(StepVariant variant, NDManager scope) {
        return switch (variant) {
            case FLOAT32 -> synthesis(Execution.Precision.FLOAT32, scope);
            case COLUMNS -> columns(scope);
            case MIXED -> synthesis(Execution.Precision.MIXED, scope);
            case HALF -> synthesis(Execution.Precision.HALF, scope);
            case PUBLISHED -> published(scope);
            case FLOOR -> new ConvolutionFloor(measured, scope)::measure;
            case PYTHON -> throw new IllegalArgumentException("Python runs in a process of its own");
        };
    }

    /** Returns steps of several columns, each with an equal share of the threads, as a synthesis runs them. */
    private TimedStep columns(NDManager scope) {
        int count = OperationThreads.ofThisThread();
        workers = StageWorkers.of(count);
        List<Callable<Double>> steps = new ArrayList<>();
        for (int column = 0; column < count; column++) {
            TimedStep step = synthesis(Execution.Precision.FLOAT32, scope);
            steps.add(step::milliseconds);
        }
        return () -> {
            long before = System.nanoTime();
            workers.runAll(steps).forEach(PartResult::get);
            return (System.nanoTime() - before) / NANOS_PER_MILLISECOND / count;
        };
    }

    private TimedStep synthesis(Execution.Precision precision, NDManager scope) {
        SynthesisConfig config = SynthesisConfig.paper()
                .withExecution(execution -> execution.withPrecision(precision))
                .withIterations(Integer.MAX_VALUE);
        try (Network network = network(scope);
                NDArray pixels = start(scope);
                NDArray labels = scope.create(measured.labels())) {
            BatchSynthesis synthesis = new BatchSynthesis(
                    network, new StartImages(pixels, labels, normalization), config, operators, scope);
            return () -> {
                long before = System.nanoTime();
                synthesis.step(config, augmentations.draw(batch, synthesis.iteration(), config));
                return (System.nanoTime() - before) / NANOS_PER_MILLISECOND;
            };
        }
    }

    private TimedStep published(NDManager scope) {
        SynthesisConfig config = SynthesisConfig.paper();
        Network network =
                new NetworkCatalog(new PublishedOperators()).build(measured.network(), scope, DataType.FLOAT32, 1);
        PublishedOperators.useDefaultFormat(network);
        NDArray images = start(scope);
        PixelBounds bounds = new PixelBounds(normalization, scope, DataType.FLOAT32);
        PixelAdam adam = new PixelAdam(images, bounds, config.optimizer());
        PublishedStep step = new PublishedStep(
                network,
                images,
                scope.create(measured.labels()),
                BatchNormAlignment.of(config)
                        .weights(network.runningStatistics().size()),
                adam);
        return () -> {
            long before = System.nanoTime();
            step.make(augmentations.draw(batch, 0, config), config.optimizer().learningRate());
            return (System.nanoTime() - before) / NANOS_PER_MILLISECOND;
        };
    }

    private Network network(NDManager scope) {
        return new NetworkCatalog().build(measured.network(), scope, DataType.FLOAT32, 1);
    }

    private NDArray start(NDManager scope) {
        return new NoiseImages(seeds, measured.channels(), measured.imageSize()).images(batch, scope, DataType.FLOAT32);
    }

    private static OptionalLong peakKilobytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
