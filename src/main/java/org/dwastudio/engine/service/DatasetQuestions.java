package org.dwastudio.engine.service;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.check.DatasetCheck;
import org.dwastudio.data.check.DatasetReport;
import org.dwastudio.data.format.DatasetCatalog;
import org.dwastudio.engine.DatasetService;
import org.dwastudio.engine.DatasetSummary;
import org.dwastudio.engine.session.BackgroundWork;
import org.dwastudio.engine.session.EngineSession;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.task.DaemonThreads;

/** Questions about datasets, answered on threads of their own. */
public final class DatasetQuestions implements DatasetService, AutoCloseable {
    private final EngineSession session;
    private final Downloads downloads = new Downloads();
    private final CancellationSource closing = new CancellationSource();

    /** One at a time, so that no more than one large dataset is loaded at once. */
    private final ExecutorService loading = Executors.newSingleThreadExecutor(new DaemonThreads("dwa-data"));

    public DatasetQuestions(EngineSession session) {
        this.session = session;
    }

    @Override
    public CompletableFuture<DatasetSummary> summary(DatasetConfig config) {
        return BackgroundWork.on(loading, () -> Summaries.of(session.dataset(config)));
    }

    @Override
    public CompletableFuture<DatasetSummary> reloadedSummary(DatasetConfig config) {
        return BackgroundWork.on(loading, () -> Summaries.of(session.reloadDataset(config)));
    }

    @Override
    public CompletableFuture<DatasetReport> check(
            DatasetConfig config, ProgressListener progress, CancellationToken token) {
        return BackgroundWork.start("dwa-check", () -> new DatasetCheck(new DatasetCatalog())
                .run(config, progress, () -> closing.isCancelled() || token.isCancelled()));
    }

    @Override
    public CompletableFuture<Path> download(
            PublishedDataset dataset, Path parent, ProgressListener progress, CancellationToken token) {
        return downloads.start(dataset, parent, progress, token);
    }

    /** Cancels checks and downloads. */
    @Override
    public void close() {
        closing.cancel();
        loading.shutdown();
        downloads.close();
    }
}
