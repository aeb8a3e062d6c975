package org.dwastudio.engine.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.config.network.NetworkConfig;
import org.dwastudio.engine.ClassProbability;
import org.dwastudio.engine.ImportedTeacher;
import org.dwastudio.engine.TeacherImport;
import org.dwastudio.engine.TeacherService;
import org.dwastudio.engine.TeacherSummary;
import org.dwastudio.engine.session.EngineSession;
import org.dwastudio.engine.session.StageQueue;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.stage.CancellationToken;

/** Questions about teachers, answered on the engine thread. */
public final class TeacherQuestions implements TeacherService, AutoCloseable {
    private final EngineSession session;
    private final StageQueue queue;
    /** Running imports, to be cancelled with the engine. */
    private final Queue<CancellationToken> imports = new ConcurrentLinkedQueue<>();

    public TeacherQuestions(EngineSession session, StageQueue queue) {
        this.session = session;
        this.queue = queue;
    }

    @Override
    public CompletableFuture<TeacherSummary> summary(TeacherConfig config) {
        return queue.ask(() -> Summaries.of(session.teacher(config), session.lastClassNames()));
    }

    @Override
    public CompletableFuture<List<ClassProbability>> predict(TeacherConfig config, ImageBatch image) {
        return queue.ask(() -> TeacherPrediction.of(session.teacher(config), image, session.manager()));
    }

    @Override
    public CompletableFuture<List<NetworkConfig>> fittingNetworks(Path weights, DatasetConfig dataset) {
        return queue.ask(() -> ImportJob.fittingNetworks(session, weights, dataset));
    }

    @Override
    public CompletableFuture<ImportedTeacher> importWeights(
            TeacherImport request, ProgressListener progress, CancellationToken token) {
        imports.add(token);
        return queue.ask(() -> {
            try {
                return new ImportJob(session, request, progress, token).run();
            } finally {
                imports.remove(token);
            }
        });
    }

    /** Cancels imports. */
    @Override
    public void close() {
        imports.forEach(CancellationToken::cancel);
    }
}
