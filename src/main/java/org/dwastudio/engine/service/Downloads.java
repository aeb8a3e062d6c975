package org.dwastudio.engine.service;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.download.DatasetDownloader;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.stage.CancellationToken;
import org.dwastudio.task.DaemonThreads;

/** Downloads, each on a thread of its own beside the engine thread. */
public final class Downloads implements AutoCloseable {
    private final DatasetDownloader downloader = new DatasetDownloader();
    private volatile boolean closed;

    public CompletableFuture<Path> start(
            PublishedDataset dataset, Path parent, ProgressListener progress, CancellationToken token) {
        CompletableFuture<Path> folder = new CompletableFuture<>();
        BooleanSupplier stopped = () -> closed || token.isCancelled() || folder.isDone();
        new DaemonThreads("dwa-download").start(() -> run(dataset, parent, progress, stopped, folder));
        return folder;
    }

    private void run(
            PublishedDataset dataset,
            Path parent,
            ProgressListener progress,
            BooleanSupplier stopped,
            CompletableFuture<Path> folder) {
        try {
            folder.complete(downloader.fetch(dataset, parent, progress, stopped));
        } catch (Throwable failure) {
            folder.completeExceptionally(failure);
        }
    }

    /** Stops them; what was fetched is kept. */
    @Override
    public void close() {
        closed = true;
    }
}
