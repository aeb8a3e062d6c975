package org.dwastudio.engine.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.engine.FeatureService;
import org.dwastudio.engine.session.BackgroundWork;
import org.dwastudio.engine.session.EngineSession;
import org.dwastudio.engine.session.StageQueue;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.metric.feature.FeatureMatrix;
import org.dwastudio.stage.inspection.FeatureBatches;
import org.dwastudio.stage.inspection.FeatureCache;
import org.dwastudio.stage.inspection.FeatureModel;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.stage.inspection.TeacherFeatures;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.teacher.Teacher;

/** Questions about features. Each batch is one question, so that a running stage continues between two of them. */
public final class FeatureQuestions implements FeatureService, AutoCloseable {
    private final EngineSession session;
    private final StageQueue queue;
    private final Supplier<Path> cache;
    private final CancellationSource closing = new CancellationSource();

    /** @param cache folder of features that can be computed again, requested when it is needed */
    public FeatureQuestions(EngineSession session, StageQueue queue, Supplier<Path> cache) {
        this.session = session;
        this.queue = queue;
        this.cache = cache;
    }

    @Override
    public CompletableFuture<RealSet> realSet(
            DatasetConfig dataset, TeacherConfig teacher, ProgressListener progress, CancellationToken token) {
        CancellationToken either = () -> closing.isCancelled() || token.isCancelled();
        return BackgroundWork.start("dwa-features", () -> {
            ImageDataset images = session.dataset(dataset);
            FeatureModel model =
                    answer(queue.ask(() -> FeatureModel.of(teacher(dataset, teacher), computation(dataset, teacher))));
            FeatureBatches batches = new FeatureBatches(
                    model,
                    batch ->
                            answer(queue.ask(() -> computation(dataset, teacher).of(batch))));
            return new RealSet(images, new FeatureCache(cache.get()).features(images, batches, progress, either));
        });
    }

    @Override
    public CompletableFuture<FeatureMatrix> features(DatasetConfig dataset, TeacherConfig teacher, ImageBatch images) {
        return queue.ask(() -> {
            float[] values = computation(dataset, teacher).of(images);
            return new FeatureMatrix(images.count(), values.length / images.count(), values);
        });
    }

    private TeacherFeatures computation(DatasetConfig dataset, TeacherConfig teacher) throws IOException {
        return new TeacherFeatures(teacher(dataset, teacher), session.manager());
    }

    private Teacher teacher(DatasetConfig dataset, TeacherConfig teacher) throws IOException {
        // Weights without metadata are assumed to be trained on the dataset that was used last.
        session.dataset(dataset);
        return session.teacher(teacher);
    }

    private static <T> T answer(CompletableFuture<T> question) throws IOException {
        try {
            return question.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Cancels computations. */
    @Override
    public void close() {
        closing.cancel();
    }
}
