package org.dwastudio.ui.fake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.compute.DeviceInUse;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.engine.DatasetService;
import org.dwastudio.engine.Engine;
import org.dwastudio.engine.FeatureService;
import org.dwastudio.engine.ResultService;
import org.dwastudio.engine.TeacherService;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.event.RunEvent;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.RunControl;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.export.format.AnimationOptions;
import org.dwastudio.stage.export.format.AnimationSize;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.InspectionRequest;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SoftLabelStock;
import org.dwastudio.stage.request.StageRequest;
import org.dwastudio.task.CancellationToken;

/**
 * Engine without threads: a test emits the events of a stage, and completes the stages and the stored results, in the
 * order that it wants to see.
 */
public final class ScriptedEngine implements Engine, ResultService {
    private final FakeEngine others = new FakeEngine();
    private final List<Started<?>> started = new ArrayList<>();
    private final List<StageRequest<?>> estimated = new ArrayList<>();
    private final List<Asked<EvaluationRequest, Optional<EvaluationOutcome>>> evaluations = new ArrayList<>();
    private final List<Asked<RelabelRequest, SoftLabelStock>> softLabels = new ArrayList<>();

    /**
     * Stage that was started.
     *
     * @param <O> outcome of the stage
     */
    public record Started<O>(StageRequest<O> request, RunListener listener, StageRun<O> run) {
        public void emit(RunEvent event) {
            listener.onEvent(event);
        }

        public void fail(String message) {
            run.outcome().completeExceptionally(new IllegalStateException(message));
        }

        /** Ends the stage. */
        @SuppressWarnings("unchecked")
        public void end(Object outcome) {
            run.outcome().complete((O) outcome);
        }
    }

    /**
     * Request for stored results.
     *
     * @param <Q> request
     * @param <A> result
     */
    public record Asked<Q, A>(Q request, CompletableFuture<A> answer) {}

    /** Returns all stages that were started, the newest last. */
    public List<Started<?>> started() {
        return started;
    }

    /** Returns the stage that was started last. */
    public Started<?> last() {
        return started.get(started.size() - 1);
    }

    /** Returns all requests for evaluation results, the newest last. */
    public List<Asked<EvaluationRequest, Optional<EvaluationOutcome>>> evaluations() {
        return evaluations;
    }

    /** Returns all requests for stored soft labels, the newest last. */
    public List<Asked<RelabelRequest, SoftLabelStock>> softLabels() {
        return softLabels;
    }

    @Override
    public CompletableFuture<DeviceInUse> warmUp() {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Map<Precision, PrecisionAdvice>> precisionAdvice() {
        return new CompletableFuture<>();
    }

    @Override
    public <O> StageRun<O> start(StageRequest<O> request, RunListener listener) {
        StageRun<O> run = new StageRun<>(request.folder(), new RunControl(), new CompletableFuture<>());
        started.add(new Started<>(request, listener, run));
        return run;
    }

    @Override
    public CompletableFuture<StageEstimate> estimate(StageRequest<?> request) {
        estimated.add(request);
        return new CompletableFuture<>();
    }

    /** Returns the requests that were estimated, in order. */
    public List<StageRequest<?>> estimated() {
        return estimated;
    }

    @Override
    public DatasetService datasets() {
        return others.datasets();
    }

    @Override
    public TeacherService teachers() {
        return others.teachers();
    }

    @Override
    public FeatureService features() {
        return others.features();
    }

    @Override
    public ResultService results() {
        return this;
    }

    @Override
    public CompletableFuture<SoftLabelStock> softLabels(RelabelRequest request) {
        CompletableFuture<SoftLabelStock> answer = new CompletableFuture<>();
        softLabels.add(new Asked<>(request, answer));
        return answer;
    }

    @Override
    public CompletableFuture<Optional<EvaluationOutcome>> evaluation(EvaluationRequest request) {
        CompletableFuture<Optional<EvaluationOutcome>> answer = new CompletableFuture<>();
        evaluations.add(new Asked<>(request, answer));
        return answer;
    }

    @Override
    public CompletableFuture<AnimationSize> animationSize(Path runFolder, AnimationOptions options) {
        int scale = options.scale().orElse(2);
        return CompletableFuture.completedFuture(
                new AnimationSize(57, 100, 300 * scale, 300 * scale, 4_000_000L * scale));
    }

    @Override
    public CompletableFuture<Integer> export(ExportRequest request) {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<InspectionReport> inspect(
            InspectionRequest request, ProgressListener progress, CancellationToken token) {
        return new CompletableFuture<>();
    }

    @Override
    public void close() {
        others.close();
    }
}
