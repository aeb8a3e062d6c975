package org.dwastudio.engine.service;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.download.DatasetDownloader;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.task.DaemonThreads;

/** Downloads, each on its own thread. */
public final class Downloads implements AutoCloseable {
    private final DatasetDownloader downloader = new DatasetDownloader();
    private final CancellationSource closing = new CancellationSource();

    public CompletableFuture<Path> start(
            PublishedDataset dataset, Path parent, ProgressListener progress, CancellationToken token) {
        CompletableFuture<Path> folder = new CompletableFuture<>();
        CancellationToken ended = () -> closing.isCancelled() || token.isCancelled() || folder.isDone();
        new DaemonThreads("dwa-download").start(() -> run(dataset, parent, progress, ended, folder));
        return folder;
    }

    private void run(
            PublishedDataset dataset,
            Path parent,
            ProgressListener progress,
            CancellationToken token,
            CompletableFuture<Path> folder) {
        try {
            folder.complete(downloader.fetch(dataset, parent, progress, token));
        } catch (Throwable failure) {
            folder.completeExceptionally(failure);
        }
    }

    /** Cancels all downloads; downloaded parts are kept. */
    @Override
    public void close() {
        closing.cancel();
    }
}
