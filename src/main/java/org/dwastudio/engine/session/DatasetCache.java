package org.dwastudio.engine.session;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.format.DatasetCatalog;

/**
 * Cache of the dataset that was used last. Thread-safe: a caller that requests a dataset while another thread is
 * loading it waits for that thread instead of loading it twice.
 */
final class DatasetCache {
    private final DatasetCatalog catalog;
    private Optional<Entry> newest = Optional.empty();

    private record Entry(DatasetConfig config, CompletableFuture<ImageDataset> dataset) {}

    DatasetCache(DatasetCatalog catalog) {
        this.catalog = catalog;
    }

    /** Loads a dataset on the calling thread, unless it is cached. A failed load is retried at the next call. */
    ImageDataset get(DatasetConfig config) throws IOException {
        CompletableFuture<ImageDataset> mine = new CompletableFuture<>();
        CompletableFuture<ImageDataset> dataset = put(config, mine);
        if (dataset == mine) {
            try {
                mine.complete(catalog.load(config));
            } catch (IOException | RuntimeException | Error failure) {
                forget(mine);
                mine.completeExceptionally(failure);
            }
        }
        return await(dataset);
    }

    /** Reloads a dataset, because its files may have changed. */
    ImageDataset reload(DatasetConfig config) throws IOException {
        clear();
        return get(config);
    }

    private synchronized void clear() {
        newest = Optional.empty();
    }

    /** Returns the configuration of the last requested dataset that is loaded or loading. */
    synchronized Optional<DatasetConfig> newest() {
        return newest.map(Entry::config);
    }

    private synchronized CompletableFuture<ImageDataset> put(
            DatasetConfig config, CompletableFuture<ImageDataset> mine) {
        if (newest.isEmpty() || !newest.get().config().equals(config)) {
            newest = Optional.of(new Entry(config, mine));
        }
        return newest.get().dataset();
    }

    private synchronized void forget(CompletableFuture<ImageDataset> failed) {
        newest = newest.filter(entry -> entry.dataset() != failed);
    }

    private static ImageDataset await(CompletableFuture<ImageDataset> dataset) throws IOException {
        try {
            return dataset.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a dataset was loaded");
        }
    }
}
