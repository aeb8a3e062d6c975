package org.dwastudio.ui.fake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.dwastudio.config.evaluation.EvaluationConfig;
import org.dwastudio.engine.ResultService;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.stage.export.format.AnimationOptions;
import org.dwastudio.stage.export.format.AnimationSize;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.InspectionRequest;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.ExperimentSource;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SoftLabelStock;
import org.dwastudio.task.CancellationToken;

/** The results that the stages of the {@link FakeEngine} leave, in memory instead of run folders. */
final class FakeResults implements ResultService {
    private final List<String> classNames;
    private final Predicate<Path> isRunning;
    private final FakeRelabel.Kept labels = new FakeRelabel.Kept();
    private final FakeEvaluation.Kept kept = new FakeEvaluation.Kept();
    private final List<ExportRequest> exports = new CopyOnWriteArrayList<>();

    /** @param isRunning whether a synthesis writes to a folder */
    FakeResults(List<String> classNames, Predicate<Path> isRunning) {
        this.classNames = classNames;
        this.isRunning = isRunning;
    }

    /** The recipe of a request; windows always name just that. */
    static EvaluationConfig recipe(ExperimentSource experiment) {
        return ((ExperimentSource.OwnWithRecipe) experiment).recipe();
    }

    FakeRelabel.Kept labels() {
        return labels;
    }

    FakeEvaluation.Kept kept() {
        return kept;
    }

    List<ExportRequest> exports() {
        return exports;
    }

    @Override
    public CompletableFuture<SoftLabelStock> softLabels(RelabelRequest request) {
        return isRunning.test(request.folder())
                ? CompletableFuture.failedFuture(new IOException(request.folder() + ": holds no images yet"))
                : CompletableFuture.completedFuture(labels.stock(request.folder(), recipe(request.experiment())));
    }

    @Override
    public CompletableFuture<Optional<EvaluationOutcome>> evaluation(EvaluationRequest request) {
        return CompletableFuture.completedFuture(kept.outcome(request.folder(), classNames));
    }

    @Override
    public CompletableFuture<AnimationSize> animationSize(Path runFolder, AnimationOptions options) {
        int scale = options.scale().orElse(2);
        return CompletableFuture.completedFuture(
                new AnimationSize(57, 100, 300 * scale, 300 * scale, 4_000_000L * scale));
    }

    @Override
    public CompletableFuture<Integer> export(ExportRequest request) {
        exports.add(request);
        return CompletableFuture.completedFuture(100);
    }

    @Override
    public CompletableFuture<InspectionReport> inspect(
            InspectionRequest request, ProgressListener progress, CancellationToken token) {
        return CompletableFuture.failedFuture(new IOException(request.runFolder() + ": was not inspected"));
    }
}
