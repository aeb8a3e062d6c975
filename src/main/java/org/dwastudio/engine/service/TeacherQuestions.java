package org.dwastudio.engine.service;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
import org.dwastudio.task.CancellationSource;
import org.dwastudio.task.CancellationToken;

/** Questions about teachers, answered on the engine thread. */
public final class TeacherQuestions implements TeacherService, AutoCloseable {
    private final EngineSession session;
    private final StageQueue queue;
    private final CancellationSource closing = new CancellationSource();

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
    public CompletableFuture<List<List<ClassProbability>>> predictions(TeacherConfig config, ImageBatch images) {
        if (images.count() > MOST_IMAGES) {
            throw new IllegalArgumentException(images.count() + " images, at most " + MOST_IMAGES + " are allowed");
        }
        return queue.ask(() -> TeacherPrediction.ofAll(session.teacher(config), images, session.manager()));
    }

    @Override
    public CompletableFuture<List<NetworkConfig>> fittingNetworks(Path weights, DatasetConfig dataset) {
        return queue.ask(() -> ImportJob.fittingNetworks(session, weights, dataset));
    }

    @Override
    public CompletableFuture<ImportedTeacher> importWeights(
            TeacherImport request, ProgressListener progress, CancellationToken token) {
        CancellationToken either = () -> closing.isCancelled() || token.isCancelled();
        return queue.ask(() -> new ImportJob(session, request, progress, either).run());
    }

    /** Cancels imports. */
    @Override
    public void close() {
        closing.cancel();
    }
}
