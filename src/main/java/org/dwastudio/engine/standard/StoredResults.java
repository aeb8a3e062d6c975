package org.dwastudio.engine.standard;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.dwastudio.engine.ResultService;
import org.dwastudio.engine.service.ExportJob;
import org.dwastudio.engine.session.BackgroundWork;
import org.dwastudio.engine.session.EngineSession;
import org.dwastudio.engine.session.StageQueue;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.stage.evaluation.EvaluationJob;
import org.dwastudio.stage.export.RunAnimation;
import org.dwastudio.stage.export.format.AnimationOptions;
import org.dwastudio.stage.export.format.AnimationSize;
import org.dwastudio.stage.export.format.ExportFormat;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.inspection.FeatureCache;
import org.dwastudio.stage.inspection.InspectedSet;
import org.dwastudio.stage.inspection.InspectionJob;
import org.dwastudio.stage.inspection.InspectionReport;
import org.dwastudio.stage.inspection.InspectionRequest;
import org.dwastudio.stage.inspection.InspectionTable;
import org.dwastudio.stage.relabel.RelabelJob;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SoftLabelStock;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.task.CancellationToken;

/** Questions about results stored in run folders. */
final class StoredResults implements ResultService, AutoCloseable {
    private final EngineSession session;
    private final StageQueue queue;
    private final Supplier<Path> cache;
    private final CancellationSource closing = new CancellationSource();

    /** @param cache folder of features that can be computed again, requested when it is needed */
    StoredResults(EngineSession session, StageQueue queue, Supplier<Path> cache) {
        this.session = session;
        this.queue = queue;
        this.cache = cache;
    }

    @Override
    public CompletableFuture<SoftLabelStock> softLabels(RelabelRequest request) {
        return queue.ask(new RelabelJob(session, request.folder(), request.experiment()::resolve)::stock);
    }

    @Override
    public CompletableFuture<Optional<EvaluationOutcome>> evaluation(EvaluationRequest request) {
        return BackgroundWork.start(
                "dwa-results", new EvaluationJob(session, request.folder(), request.experiment()::resolve)::kept);
    }

    @Override
    public CompletableFuture<AnimationSize> animationSize(Path runFolder, AnimationOptions options) {
        return BackgroundWork.start("dwa-animation", () -> RunAnimation.size(RunDirectory.open(runFolder), options));
    }

    @Override
    public CompletableFuture<Integer> export(ExportRequest request) {
        if (request.format() == ExportFormat.ANIMATION) {
            return BackgroundWork.startUninterruptible("dwa-export", () -> ExportJob.animate(request));
        }
        return queue.ask(() -> ExportJob.open(session, request.runFolder()))
                .thenCompose(set -> BackgroundWork.startUninterruptible(
                        "dwa-export", () -> ExportJob.write(session, set, request)));
    }

    @Override
    public CompletableFuture<InspectionReport> inspect(
            InspectionRequest request, ProgressListener progress, CancellationToken token) {
        CancellationToken either = () -> closing.isCancelled() || token.isCancelled();
        // The features are the first half of the progress, the comparison is the second.
        ProgressListener features = (done, total) -> progress.progressed(done, 2 * total);
        ProgressListener comparison = (done, total) -> progress.progressed(total + done, 2 * total);
        return queue.ask(
                        () -> new InspectionJob(session, new FeatureCache(cache.get()), request).open(features, either))
                .thenCompose(opened -> BackgroundWork.start("dwa-inspect", () -> {
                    try (InspectedSet set = opened) {
                        InspectionReport report = set.report(comparison, either);
                        InspectionTable.write(request.runFolder(), report);
                        return report;
                    }
                }));
    }

    /** Cancels inspections. */
    @Override
    public void close() {
        closing.cancel();
    }
}
