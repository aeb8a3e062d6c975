package org.dwastudio.engine.standard;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.engine.ResultService;
import org.dwastudio.engine.service.ExportJob;
import org.dwastudio.engine.session.BackgroundWork;
import org.dwastudio.engine.session.EngineSession;
import org.dwastudio.engine.session.StageQueue;
import org.dwastudio.stage.evaluation.EvaluationJob;
import org.dwastudio.stage.export.format.ExportRequest;
import org.dwastudio.stage.relabel.RelabelJob;
import org.dwastudio.stage.request.EvaluationOutcome;
import org.dwastudio.stage.request.EvaluationRequest;
import org.dwastudio.stage.request.RelabelRequest;
import org.dwastudio.stage.request.SoftLabelStock;

/** Questions about results stored in run folders. */
final class StoredResults implements ResultService {
    private final EngineSession session;
    private final StageQueue queue;

    StoredResults(EngineSession session, StageQueue queue) {
        this.session = session;
        this.queue = queue;
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
    public CompletableFuture<Integer> export(ExportRequest request) {
        return queue.ask(() -> ExportJob.open(session, request.runFolder()))
                .thenCompose(set -> BackgroundWork.startUninterruptible(
                        "dwa-export", () -> ExportJob.write(session, set, request)));
    }
}
