package org.dwastudio.engine.session;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.format.DatasetCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cache of the dataset that was used last. Thread-safe: a caller that requests a dataset while another thread is
 * loading it waits for that thread instead of loading it twice.
 */
final class DatasetCache {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetCache.class);

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
                ImageDataset loaded = catalog.load(config);
                loaded.notes().forEach(DatasetCache::log);
                mine.complete(loaded);
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

    /** Returns the notes of the last dataset if it has this fingerprint. */
    synchronized List<String> notesOf(String fingerprint) {
        return newest.map(Entry::dataset)
                .filter(dataset -> dataset.isDone() && !dataset.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .filter(dataset -> dataset.fingerprint().equals(fingerprint))
                .map(dataset ->
                        dataset.notes().stream().map(DatasetNote::describe).toList())
                .orElse(List.of());
    }

    private static void log(DatasetNote note) {
        if (note.kind().isWarning()) {
            LOG.warn("{}", note.describe());
        } else {
            LOG.info("{}", note.describe());
        }
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
