package org.dwastudio.ui.compute;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.dwastudio.compute.ComputeConfiguration;
import org.dwastudio.data.download.CudaBuildDownloader;
import org.dwastudio.task.DaemonThreads;

/**
 * Services of the compute preferences.
 *
 * @param desk settings and plan in use
 * @param cuda downloader of the build for graphics cards; empty if there is none
 * @param fetching executor of downloads, which take long
 */
public record ComputeServices(ComputeConfiguration desk, Optional<CudaBuildDownloader> cuda, Executor fetching) {

    /** Creates services with downloads on threads of their own. */
    public ComputeServices(ComputeConfiguration desk, Optional<CudaBuildDownloader> cuda) {
        this(desk, cuda, new DaemonThreads("dwa-download")::start);
    }
}
