package org.dwastudio.engine;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.data.check.DatasetReport;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.task.CancellationToken;

/** Datasets: summary, check and download, none of which waits for a running stage. */
public interface DatasetService {

    /** Loads a dataset and summarizes it. */
    CompletableFuture<DatasetSummary> summary(DatasetConfig config);

    /** Loads a dataset again, because its files may have changed, and summarizes it. */
    CompletableFuture<DatasetSummary> reloadedSummary(DatasetConfig config);

    /** Inspects every image of a dataset. */
    CompletableFuture<DatasetReport> check(DatasetConfig config, ProgressListener progress, CancellationToken token);

    /**
     * Downloads a published dataset from its publisher; completes at once when it already exists. Files fetched before
     * a cancellation or a failure are kept, and the next download resumes from them. A canceled download completes
     * with a {@link java.util.concurrent.CancellationException}.
     *
     * @param parent the dataset gets a folder of its own in it
     * @param progress bytes fetched and then extracted, of both together
     * @return the dataset's folder, for {@link DatasetConfig#source()}
     */
    CompletableFuture<Path> download(
            PublishedDataset dataset, Path parent, ProgressListener progress, CancellationToken token);
}
