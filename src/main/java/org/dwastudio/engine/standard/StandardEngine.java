package org.dwastudio.engine.standard;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dwastudio.compute.ComputePlan;
import org.dwastudio.compute.DeviceInUse;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.config.StageName;
import org.dwastudio.config.SynthesisConfig.Precision;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.check.DatasetCheck;
import org.dwastudio.data.check.DatasetReport;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.engine.ClassProbability;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.engine.Engine;
import org.dwastudio.engine.EngineThread;
import org.dwastudio.engine.EvaluationOutcome;
import org.dwastudio.engine.EvaluationRun;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.RelabelOutcome;
import org.dwastudio.engine.RelabelRun;
import org.dwastudio.engine.Run;
import org.dwastudio.engine.RunOutcome;
import org.dwastudio.engine.SoftLabelStock;
import org.dwastudio.engine.SqueezeOutcome;
import org.dwastudio.engine.SqueezeRun;
import org.dwastudio.engine.TeacherImport;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.engine.session.Downloads;
import org.dwastudio.engine.session.EngineSession;
import org.dwastudio.engine.session.Summaries;
import org.dwastudio.engine.session.TeacherPrediction;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.event.RunListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.stage.CancellationToken;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.checkpoint.CheckpointPace;
import org.dwastudio.stage.export.format.ExportRequest;

/**
 * The engine on PyTorch: runs go one after the other on the engine thread, and short questions are answered between two
 * steps of the run under way.
 */
public final class StandardEngine implements Engine {
    static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(5);

    private final EngineSession session;
    private final EngineThread thread;
    private final Downloads downloads = new Downloads();
    /** The run under way, then those that wait for it. */
    private final Queue<RunControl> runs = new ConcurrentLinkedQueue<>();
    /** Those under way, to be ended with the engine. */
    private final Queue<CancellationToken> imports = new ConcurrentLinkedQueue<>();

    /** One at a time, so that no more than one large dataset is on its way into the memory. */
    private final ExecutorService loading = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "dwa-data");
        thread.setDaemon(true);
        return thread;
    });

    private volatile boolean closed;

    /** An engine on the processor. */
    public StandardEngine(String programVersion) {
        this(programVersion, ComputePlan::bundled);
    }

    /**
     * An engine that loads what it needs when it is first asked for.
     *
     * @param programVersion is kept with every run
     * @param plan what to compute on, asked for on the engine thread when the library is loaded
     */
    public StandardEngine(String programVersion, Supplier<ComputePlan> plan) {
        this(programVersion, plan, () -> new CheckpointPace(BETWEEN_CHECKPOINTS, System::nanoTime));
    }

    /** The same with another pace of checkpoints, asked for at the start of every run. */
    StandardEngine(String programVersion, Supplier<ComputePlan> plan, Supplier<CheckpointPace> pace) {
        session = new EngineSession(programVersion, plan, pace);
        thread = new EngineThread(session::close);
    }

    @Override
    public CompletableFuture<DeviceInUse> warmUp() {
        return ask(session::warmUp);
    }

    @Override
    public CompletableFuture<Map<Precision, PrecisionAdvice>> precisionAdvice() {
        return ask(session::precisionAdvice);
    }

    @Override
    public CompletableFuture<DatasetSummary> dataset(DatasetConfig config) {
        CompletableFuture<DatasetSummary> summary = new CompletableFuture<>();
        loading.execute(() -> complete(summary, () -> Summaries.of(session.dataset(config))));
        return summary;
    }

    @Override
    public CompletableFuture<TeacherSummary> teacher(TeacherConfig config) {
        return ask(() -> Summaries.of(session.teacher(config)));
    }

    @Override
    public Run startSynthesis(Experiment experiment, Path folder, RunListener listener) {
        RunControl control = new RunControl();
        LiveTuning tuning = new LiveTuning(experiment.synthesis());
        SynthesisJob job = new SynthesisJob(session, experiment, folder, listener);
        CompletableFuture<RunOutcome> outcome =
                start(StageName.SYNTHESIS, listener, control, () -> job.run(control, tuning));
        return new Run(folder, control, tuning, outcome);
    }

    @Override
    public SqueezeRun startSqueeze(Experiment experiment, Path folder, RunListener listener) {
        RunControl control = new RunControl();
        SqueezeJob job = new SqueezeJob(session, experiment, folder, listener);
        CompletableFuture<SqueezeOutcome> outcome = start(StageName.SQUEEZE, listener, control, () -> job.run(control));
        return new SqueezeRun(folder, control, outcome);
    }

    @Override
    public SqueezeRun resumeSqueeze(Path folder, RunListener listener) {
        RunControl control = new RunControl();
        SqueezeResumption job = new SqueezeResumption(session, folder, listener);
        CompletableFuture<SqueezeOutcome> outcome = start(StageName.SQUEEZE, listener, control, () -> job.run(control));
        return new SqueezeRun(folder, control, outcome);
    }

    @Override
    public EvaluationRun startEvaluation(Path runFolder, EvaluationConfig config, RunListener listener) {
        return startEvaluation(runFolder, own -> own.withEvaluation(config), listener);
    }

    @Override
    public EvaluationRun startEvaluation(Path folder, Experiment experiment, RunListener listener) {
        return startEvaluation(folder, own -> experiment, listener);
    }

    private EvaluationRun startEvaluation(Path folder, UnaryOperator<Experiment> wanted, RunListener listener) {
        RunControl control = new RunControl();
        EvaluationJob job = new EvaluationJob(session, folder, wanted);
        CompletableFuture<EvaluationOutcome> outcome =
                start(StageName.EVALUATION, listener, control, () -> job.run(control, listener));
        return new EvaluationRun(folder, control, outcome);
    }

    @Override
    public RelabelRun startRelabel(Path runFolder, EvaluationConfig config, RunListener listener) {
        return startRelabel(runFolder, own -> own.withEvaluation(config), listener);
    }

    @Override
    public RelabelRun startRelabel(Path runFolder, Experiment experiment, RunListener listener) {
        return startRelabel(runFolder, own -> experiment, listener);
    }

    private RelabelRun startRelabel(Path runFolder, UnaryOperator<Experiment> wanted, RunListener listener) {
        RunControl control = new RunControl();
        RelabelJob job = new RelabelJob(session, runFolder, wanted);
        CompletableFuture<RelabelOutcome> outcome =
                start(StageName.RELABEL, listener, control, () -> job.run(control, listener));
        return new RelabelRun(runFolder, control, outcome);
    }

    @Override
    public CompletableFuture<StageEstimate> estimateRelabel(Path runFolder, EvaluationConfig config) {
        return ask(new RelabelJob(session, runFolder, own -> own.withEvaluation(config))::estimate);
    }

    @Override
    public CompletableFuture<StageEstimate> estimateRelabel(Path runFolder, Experiment experiment) {
        return ask(new RelabelJob(session, runFolder, own -> experiment)::estimate);
    }

    @Override
    public CompletableFuture<SoftLabelStock> softLabels(Path runFolder, EvaluationConfig config) {
        return ask(new RelabelJob(session, runFolder, own -> own.withEvaluation(config))::stock);
    }

    @Override
    public CompletableFuture<SoftLabelStock> softLabels(Path runFolder, Experiment experiment) {
        return ask(new RelabelJob(session, runFolder, own -> experiment)::stock);
    }

    @Override
    public CompletableFuture<Optional<EvaluationOutcome>> keptEvaluation(Path runFolder, EvaluationConfig config) {
        return beside(
                "dwa-results", true, new EvaluationJob(session, runFolder, own -> own.withEvaluation(config))::kept);
    }

    @Override
    public Run resumeSynthesis(Path folder, RunListener listener) {
        RunControl control = new RunControl();
        LiveTuning tuning = new LiveTuning(SynthesisPresets.demonstration().synthesis());
        SynthesisResumption job = new SynthesisResumption(session, folder, listener);
        CompletableFuture<RunOutcome> outcome =
                start(StageName.SYNTHESIS, listener, control, () -> job.run(control, tuning));
        return new Run(folder, control, tuning, outcome);
    }

    @Override
    public CompletableFuture<StageEstimate> estimateSqueeze(Experiment experiment) {
        return ask(() -> new SqueezeEstimator(session, experiment).measure());
    }

    @Override
    public CompletableFuture<StageEstimate> estimateSynthesis(Experiment experiment) {
        return ask(new SynthesisEstimator(session, experiment)::estimate);
    }

    @Override
    public CompletableFuture<DatasetReport> checkDataset(
            DatasetConfig config, ProgressListener progress, CancellationToken token) {
        return beside("dwa-check", true, () -> new DatasetCheck(new DatasetCatalog())
                .run(config, progress, () -> closed || token.isCancelled()));
    }

    @Override
    public CompletableFuture<Path> downloadDataset(
            PublishedDataset dataset, Path parent, ProgressListener progress, CancellationToken token) {
        return downloads.start(dataset, parent, progress, token);
    }

    @Override
    public CompletableFuture<List<NetworkConfig>> fittingNetworks(Path weights, DatasetConfig dataset) {
        return ask(() -> ImportJob.fittingNetworks(session, weights, dataset));
    }

    @Override
    public CompletableFuture<ImportedTeacher> importTeacher(
            TeacherImport request, ProgressListener progress, CancellationToken token) {
        imports.add(token);
        return ask(() -> {
            try {
                return new ImportJob(session, request, progress, token).run();
            } finally {
                imports.remove(token);
            }
        });
    }

    @Override
    public CompletableFuture<List<ClassProbability>> teacherSays(TeacherConfig config, ImageBatch picture) {
        return ask(() -> TeacherPrediction.of(session.teacher(config), picture, session.manager()));
    }

    @Override
    public CompletableFuture<Integer> export(ExportRequest request) {
        return ask(() -> ExportJob.open(session, request.runFolder()))
                .thenCompose(set -> beside("dwa-export", false, () -> ExportJob.write(session, set, request)));
    }

    @Override
    public void close() {
        closed = true;
        loading.shutdown();
        runs.forEach(RunControl::cancel);
        imports.forEach(CancellationToken::cancel);
        downloads.close();
        thread.close();
    }

    private <T> CompletableFuture<T> start(
            StageName stage, RunListener listener, RunControl control, Callable<T> work) {
        runs.add(control);
        return thread.submit(() -> {
            try {
                return work.call();
            } catch (Exception | Error failure) {
                listener.onEvent(RunFailure.of(stage, failure));
                throw failure;
            } finally {
                runs.remove(control);
                control.end();
            }
        });
    }

    /** Answers on the engine thread: between two steps when a run is under way, else as soon as it is free. */
    private <T> CompletableFuture<T> ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Optional<RunControl> run = Optional.ofNullable(runs.peek());
        if (run.isPresent() && run.get().ask(() -> complete(answer, question))) {
            return answer;
        }
        return thread.submit(question);
    }

    /** Works on a thread of its own, so that a run goes on meanwhile. */
    private static <T> CompletableFuture<T> beside(String name, boolean daemon, Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(result, work), name);
        thread.setDaemon(daemon);
        thread.start();
        return result;
    }

    private static <T> void complete(CompletableFuture<T> future, Callable<T> work) {
        try {
            future.complete(work.call());
        } catch (UncheckedIOException failure) {
            future.completeExceptionally(failure.getCause());
        } catch (Throwable failure) {
            future.completeExceptionally(failure);
        }
    }
}
