package org.dwastudio.ui.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.dwastudio.compute.DeviceInUse;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.config.yaml.ExperimentReader;
import org.dwastudio.config.yaml.ExperimentWriter;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.engine.Engine;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.StartPoint;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.RelabelOutcome;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SqueezeOutcome;
import org.dwastudio.stage.request.SqueezeRequest;
import org.dwastudio.stage.request.StageRequest;
import org.dwastudio.stage.request.SynthesisOutcome;
import org.dwastudio.stage.request.SynthesisRequest;

/**
 * Engine that computes nothing: it emits real images of the bundled dataset under fading noise, and decreasing loss
 * curves that are identical every time. A run makes only as many iterations as the test allows.
 */
public final class FakeEngine implements Engine {
    private final ImageDataset dataset = BundledDataset.DATASET;
    private final FakeTurns turns = new FakeTurns();
    private final CompletableFuture<DeviceInUse> loaded = new CompletableFuture<>();
    private final List<FakeRun> runs = new CopyOnWriteArrayList<>();
    private final List<FakeSqueeze> squeezes = new CopyOnWriteArrayList<>();
    private final List<FakeEvaluation> evaluations = new CopyOnWriteArrayList<>();
    private final List<FakeRelabel> relabels = new CopyOnWriteArrayList<>();
    private final List<Thread> squeezeThreads = new CopyOnWriteArrayList<>();
    private final List<Experiment> estimated = new CopyOnWriteArrayList<>();
    private volatile StageEstimate estimate = new StageEstimate(
            78_200, 0.021, 410_000_000, 12_000_000, OptionalLong.of(3_900_000_000L), OptionalInt.empty());
    private final FakeDatasets datasets = new FakeDatasets(dataset);
    private final FakeFeatures features = new FakeFeatures(dataset);
    private final FakeTeachers teachers = new FakeTeachers(dataset);
    private final FakeResults results =
            new FakeResults(dataset.classNames(), folder -> runs.stream().anyMatch(run -> run.isMaking(folder)));
    private final Map<StageName, BiFunction<StageRequest<?>, RunListener, StageRun<?>>> stages = Map.of(
            StageName.SQUEEZE, (request, listener) -> squeeze((SqueezeRequest) request, listener),
            StageName.SYNTHESIS, (request, listener) -> synthesis((SynthesisRequest) request, listener),
            StageName.RELABEL, (request, listener) -> relabel((RelabelRequest) request, listener),
            StageName.EVALUATION, (request, listener) -> evaluation((EvaluationRequest) request, listener));
    private volatile boolean closed;

    /** Completes the loading that {@link #warmUp} waits for. */
    public void finishLoading() {
        loaded.complete(new DeviceInUse(Optional.empty(), 2));
    }

    /** Completes the loading with a failure. */
    public void failLoading(String message) {
        loaded.completeExceptionally(new IllegalStateException(message));
    }

    /** Lets runs make more iterations. */
    public void allow(int iterations) {
        turns.allow(iterations);
    }

    /** Makes the next iteration of a run fail with this message. */
    public void failWith(String message) {
        turns.failWith(message);
    }

    /** Returns all runs that were started, the newest last. */
    public List<FakeRun> runs() {
        return runs;
    }

    /** Returns the run that was started last. */
    public FakeRun run() {
        return runs.get(runs.size() - 1);
    }

    /** Returns all squeezes that were started or resumed, the newest last. */
    public List<FakeSqueeze> squeezes() {
        return squeezes;
    }

    /** Returns the squeeze that was started last. */
    public FakeSqueeze squeeze() {
        return squeezes.get(squeezes.size() - 1);
    }

    /** Returns all evaluations that were started, the newest last. */
    public List<FakeEvaluation> evaluations() {
        return evaluations;
    }

    /** Returns the evaluation that was started last. */
    public FakeEvaluation evaluation() {
        return evaluations.get(evaluations.size() - 1);
    }

    /** Returns all relabelings that were started, the newest last. */
    public List<FakeRelabel> relabels() {
        return relabels;
    }

    /** Returns the relabeling that was started last. */
    public FakeRelabel relabel() {
        return relabels.get(relabels.size() - 1);
    }

    /** Sets the result of all further estimates. */
    public void estimateAs(StageEstimate answer) {
        estimate = answer;
    }

    /** Returns the experiments whose squeeze was estimated. */
    public List<Experiment> estimated() {
        return estimated;
    }

    /** Returns the preset results of teacher imports and the recorded requests. */
    public FakeImports imports() {
        return teachers.imports();
    }

    /** Returns the fake dataset service, with the recorded checks and downloads. */
    @Override
    public FakeDatasets datasets() {
        return datasets;
    }

    /** Returns the export requests. */
    public List<ExportRequest> exports() {
        return results.exports();
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public CompletableFuture<DeviceInUse> warmUp() {
        return loaded;
    }

    /** Returns the advice for a processor without bfloat16 instructions. */
    @Override
    public CompletableFuture<Map<Precision, PrecisionAdvice>> precisionAdvice() {
        return CompletableFuture.completedFuture(Map.of(
                Precision.MIXED, new PrecisionAdvice(PrecisionAdvice.Kind.MIXED_ON_PROCESSOR, List.of()),
                Precision.HALF, new PrecisionAdvice(PrecisionAdvice.Kind.HALF_ON_PROCESSOR, List.of())));
    }

    // The type of a request determines the type of its outcome.
    @SuppressWarnings("unchecked")
    @Override
    public <O> StageRun<O> start(StageRequest<O> request, RunListener listener) {
        return (StageRun<O>) stages.get(request.stage()).apply(request, listener);
    }

    @Override
    public CompletableFuture<StageEstimate> estimate(StageRequest<?> request) {
        if (request instanceof SqueezeRequest squeeze) {
            estimated.add(((StartPoint.Fresh) squeeze.start()).experiment());
        }
        return CompletableFuture.completedFuture(estimate);
    }

    private StageRun<RelabelOutcome> relabel(RelabelRequest request, RunListener listener) {
        StageRun<RelabelOutcome> run = new StageRun<>(request.folder(), new RunControl(), new CompletableFuture<>());
        FakeRelabel fake = new FakeRelabel(
                run, FakeResults.recipe(request.experiment()), results.labels(), dataset.classNames(), listener, turns);
        relabels.add(fake);
        begin(fake, "fake-relabel");
        return run;
    }

    private StageRun<EvaluationOutcome> evaluation(EvaluationRequest request, RunListener listener) {
        StageRun<EvaluationOutcome> run = new StageRun<>(request.folder(), new RunControl(), new CompletableFuture<>());
        FakeEvaluation fake = new FakeEvaluation(
                run, FakeResults.recipe(request.experiment()), results.kept(), dataset.classNames(), listener, turns);
        evaluations.add(fake);
        begin(fake, "fake-evaluation");
        return run;
    }

    private StageRun<SqueezeOutcome> squeeze(SqueezeRequest request, RunListener listener) {
        Path folder = request.folder();
        if (request.start() instanceof StartPoint.Fresh fresh) {
            try {
                Files.createDirectories(folder);
                ExperimentWriter.write(fresh.experiment(), folder.resolve("experiment.yaml"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return squeeze(fresh.experiment(), folder, 0, listener);
        }
        FakeSqueeze before = squeezes.stream()
                .filter(one -> one.folder().equals(folder))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("There is no checkpoint in " + folder
                        + ". Please choose the folder of a squeeze that was ended early."));
        int epoch = before.stepsMade() / FakeSqueeze.STEPS_PER_EPOCH;
        return squeeze(before.experiment(), folder, epoch, listener);
    }

    private StageRun<SqueezeOutcome> squeeze(Experiment experiment, Path folder, int firstEpoch, RunListener listener) {
        StageRun<SqueezeOutcome> run = new StageRun<>(folder, new RunControl(), new CompletableFuture<>());
        FakeSqueeze fake = new FakeSqueeze(run, experiment, firstEpoch, dataset.classNames(), listener, turns);
        squeezes.add(fake);
        Thread thread = new Thread(fake, "fake-squeeze");
        thread.setDaemon(true);
        squeezeThreads.add(thread);
        thread.start();
        return run;
    }

    /** Starts a synthesis; resuming starts over with the experiment of the folder, as a fake has no checkpoints. */
    private StageRun<SynthesisOutcome> synthesis(SynthesisRequest request, RunListener listener) {
        Experiment experiment =
                request.start() instanceof StartPoint.Fresh fresh ? fresh.experiment() : recorded(request.folder());
        StageRun<SynthesisOutcome> run = new StageRun<>(
                request.folder(),
                new RunControl(),
                Optional.of(new LiveTuning(experiment.synthesis())),
                new CompletableFuture<>());
        FakeRun fake = new FakeRun(run, experiment, dataset, listener, turns);
        runs.add(fake);
        begin(fake, "fake-engine");
        return run;
    }

    private static Experiment recorded(Path folder) {
        try {
            return ExperimentReader.read(folder.resolve("experiment.yaml"));
        } catch (ConfigException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public FakeTeachers teachers() {
        return teachers;
    }

    @Override
    public FakeFeatures features() {
        return features;
    }

    @Override
    public FakeResults results() {
        return results;
    }

    @Override
    public void close() {
        closed = true;
        runs.forEach(run -> run.control().cancel());
        squeezes.forEach(squeeze -> squeeze.control().cancel());
        evaluations.forEach(evaluation -> evaluation.control().cancel());
        // A squeeze must write its files before the test deletes its folder.
        squeezeThreads.forEach(FakeEngine::join);
    }

    private static void begin(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
