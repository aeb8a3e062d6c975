package org.dwastudio.bench.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.dwastudio.compute.DeviceInUse;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.EvaluationConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.NetworkConfig;
import org.dwastudio.config.SynthesisConfig.Precision;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.check.DatasetReport;
import org.dwastudio.engine.ClassProbability;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.engine.Engine;
import org.dwastudio.engine.EvaluationOutcome;
import org.dwastudio.engine.EvaluationRun;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.RelabelRun;
import org.dwastudio.engine.Run;
import org.dwastudio.engine.RunOutcome;
import org.dwastudio.engine.SoftLabelStock;
import org.dwastudio.engine.SqueezeRun;
import org.dwastudio.engine.TeacherImport;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.stage.CancellationToken;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.export.format.ExportRequest;

/** An engine whose runs end after so many steps and tell how fast these were. */
final class TimedEngine implements Engine {
    private static final int FIRST_STEP = 60;
    private static final int LAST_STEP = 300;

    private final Engine engine;
    private final AtomicReference<CompletableFuture<Double>> speed = new AtomicReference<>(new CompletableFuture<>());

    TimedEngine(Engine engine) {
        this.engine = engine;
    }

    /** Iterations a second of the next run that is started, told when it is over. */
    CompletableFuture<Double> nextSpeed() {
        CompletableFuture<Double> next = new CompletableFuture<>();
        speed.set(next);
        return next;
    }

    @Override
    public Run startSynthesis(Experiment experiment, Path folder, RunListener listener) {
        CompletableFuture<Double> told = speed.get();
        CompletableFuture<Run> started = new CompletableFuture<>();
        Stopwatch stopwatch = new Stopwatch(listener, started);
        Run run = engine.startSynthesis(experiment, folder, stopwatch);
        started.complete(run);
        CompletableFuture<RunOutcome> outcome = run.outcome().whenComplete((done, failure) -> {
            if (failure == null) {
                told.complete(stopwatch.stepsPerSecond());
            } else {
                told.completeExceptionally(failure);
            }
        });
        return new Run(run.folder(), run.control(), run.tuning(), outcome);
    }

    /** Passes everything on, and looks at the clock. */
    private static final class Stopwatch implements RunListener {
        private final RunListener listener;
        private final CompletableFuture<Run> run;
        private long first;
        private long last;

        Stopwatch(RunListener listener, CompletableFuture<Run> run) {
            this.listener = listener;
            this.run = run;
        }

        double stepsPerSecond() {
            return (LAST_STEP - FIRST_STEP) / ((last - first) / 1e9);
        }

        @Override
        public boolean wantsImages() {
            return listener.wantsImages();
        }

        @Override
        public void onEvent(RunEvent event) {
            if (event instanceof RunEvent.Progress progress) {
                if (progress.step() == FIRST_STEP) {
                    first = System.nanoTime();
                } else if (progress.step() == LAST_STEP) {
                    last = System.nanoTime();
                    run.join().control().cancel();
                }
            }
            listener.onEvent(event);
        }
    }

    @Override
    public CompletableFuture<DeviceInUse> warmUp() {
        return engine.warmUp();
    }

    @Override
    public CompletableFuture<Map<Precision, PrecisionAdvice>> precisionAdvice() {
        return engine.precisionAdvice();
    }

    @Override
    public CompletableFuture<DatasetSummary> dataset(DatasetConfig config) {
        return engine.dataset(config);
    }

    @Override
    public CompletableFuture<TeacherSummary> teacher(TeacherConfig config) {
        return engine.teacher(config);
    }

    @Override
    public SqueezeRun startSqueeze(Experiment experiment, Path folder, RunListener listener) {
        return engine.startSqueeze(experiment, folder, listener);
    }

    @Override
    public Run resumeSynthesis(Path folder, RunListener listener) {
        return engine.resumeSynthesis(folder, listener);
    }

    @Override
    public SqueezeRun resumeSqueeze(Path folder, RunListener listener) {
        return engine.resumeSqueeze(folder, listener);
    }

    @Override
    public EvaluationRun startEvaluation(Path folder, Experiment experiment, RunListener listener) {
        return engine.startEvaluation(folder, experiment, listener);
    }

    @Override
    public RelabelRun startRelabel(Path runFolder, EvaluationConfig config, RunListener listener) {
        return engine.startRelabel(runFolder, config, listener);
    }

    @Override
    public CompletableFuture<StageEstimate> estimateRelabel(Path runFolder, EvaluationConfig config) {
        return engine.estimateRelabel(runFolder, config);
    }

    @Override
    public CompletableFuture<SoftLabelStock> softLabels(Path runFolder, EvaluationConfig config) {
        return engine.softLabels(runFolder, config);
    }

    @Override
    public RelabelRun startRelabel(Path runFolder, Experiment experiment, RunListener listener) {
        return engine.startRelabel(runFolder, experiment, listener);
    }

    @Override
    public CompletableFuture<StageEstimate> estimateRelabel(Path runFolder, Experiment experiment) {
        return engine.estimateRelabel(runFolder, experiment);
    }

    @Override
    public CompletableFuture<SoftLabelStock> softLabels(Path runFolder, Experiment experiment) {
        return engine.softLabels(runFolder, experiment);
    }

    @Override
    public EvaluationRun startEvaluation(Path runFolder, EvaluationConfig config, RunListener listener) {
        return engine.startEvaluation(runFolder, config, listener);
    }

    @Override
    public CompletableFuture<Optional<EvaluationOutcome>> keptEvaluation(Path runFolder, EvaluationConfig config) {
        return engine.keptEvaluation(runFolder, config);
    }

    @Override
    public CompletableFuture<StageEstimate> estimateSqueeze(Experiment experiment) {
        return engine.estimateSqueeze(experiment);
    }

    @Override
    public CompletableFuture<StageEstimate> estimateSynthesis(Experiment experiment) {
        return engine.estimateSynthesis(experiment);
    }

    @Override
    public CompletableFuture<DatasetReport> checkDataset(
            DatasetConfig config, ProgressListener progress, CancellationToken token) {
        return engine.checkDataset(config, progress, token);
    }

    @Override
    public CompletableFuture<Path> downloadDataset(
            PublishedDataset published, Path parent, ProgressListener progress, CancellationToken token) {
        return engine.downloadDataset(published, parent, progress, token);
    }

    @Override
    public CompletableFuture<List<NetworkConfig>> fittingNetworks(Path weights, DatasetConfig config) {
        return engine.fittingNetworks(weights, config);
    }

    @Override
    public CompletableFuture<ImportedTeacher> importTeacher(
            TeacherImport request, ProgressListener progress, CancellationToken token) {
        return engine.importTeacher(request, progress, token);
    }

    @Override
    public CompletableFuture<List<ClassProbability>> teacherSays(TeacherConfig config, ImageBatch picture) {
        return engine.teacherSays(config, picture);
    }

    @Override
    public CompletableFuture<Integer> export(ExportRequest request) {
        return engine.export(request);
    }

    @Override
    public void close() {
        engine.close();
    }
}
