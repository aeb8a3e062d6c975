package org.dwastudio.ui.compute;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.dwastudio.compute.ComputeConfiguration;
import org.dwastudio.data.download.CudaBuildDownloader;
import org.dwastudio.task.DaemonThreads;

/**
 * Services of the compute preferences.
 *
 * @param configuration settings and plan in use
 * @param cuda downloader of the build for graphics cards; empty if there is none
 * @param downloadExecutor executor of downloads, which take long
 */
public record ComputeServices(
        ComputeConfiguration configuration, Optional<CudaBuildDownloader> cuda, Executor downloadExecutor) {

    /** Creates services with downloads on threads of their own. */
    public ComputeServices(ComputeConfiguration configuration, Optional<CudaBuildDownloader> cuda) {
        this(configuration, cuda, new DaemonThreads("dwa-download")::start);
    }
}
