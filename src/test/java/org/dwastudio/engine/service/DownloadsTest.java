package org.dwastudio.engine.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dwastudio.data.PublishedDataset;
import org.dwastudio.event.ProgressListener;
import org.dwastudio.task.CancellationSource;
import org.dwastudio.task.CancellationToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** None of these gets as far as the network. */
@Timeout(60)
class DownloadsTest {
    @TempDir
    private Path folder;

    private final Downloads downloads = new Downloads();

    @Test
    void aCancelledTokenEndsTheDownloadAsCancelled() {
        CancellationSource token = new CancellationSource();
        token.cancel();

        CompletableFuture<Path> download = start(token);

        assertThatThrownBy(() -> download.get(30, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        assertThat(download).isCancelled();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theEndOfTheEngineEndsItToo() {
        downloads.close();

        assertThatThrownBy(() -> start(CancellationToken.NONE).get(30, TimeUnit.SECONDS))
                .isInstanceOf(CancellationException.class);
    }

    private CompletableFuture<Path> start(CancellationToken token) {
        return downloads.start(PublishedDataset.CIFAR_10, folder, ProgressListener.NONE, token);
    }
}
