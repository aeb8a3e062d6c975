package org.dwastudio.ui.compute;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.dwastudio.compute.ComputeConfiguration;
import org.dwastudio.data.download.CudaBuildDownloader;

/**
 * What the preferences of a computer are made of.
 *
 * @param desk what is chosen and in use
 * @param cuda the build for graphics cards; empty where there is none
 * @param fetching where a download runs, which takes long
 */
public record ComputeServices(ComputeConfiguration desk, Optional<CudaBuildDownloader> cuda, Executor fetching) {

    /** The same with downloads on threads of their own. */
    public ComputeServices(ComputeConfiguration desk, Optional<CudaBuildDownloader> cuda) {
        this(desk, cuda, work -> {
            Thread thread = new Thread(work, "dwa-download");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
