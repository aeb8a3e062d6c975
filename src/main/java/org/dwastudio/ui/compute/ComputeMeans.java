package org.dwastudio.ui.compute;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.dwastudio.compute.ComputeDesk;
import org.dwastudio.data.download.CudaBuild;

/**
 * What the preferences of a computer are made of.
 *
 * @param desk what is chosen and in use
 * @param cuda the build for graphics cards; empty where there is none
 * @param fetching where a download runs, which takes long
 */
public record ComputeMeans(ComputeDesk desk, Optional<CudaBuild> cuda, Executor fetching) {

    /** The same with downloads on threads of their own. */
    public ComputeMeans(ComputeDesk desk, Optional<CudaBuild> cuda) {
        this(desk, cuda, work -> {
            Thread thread = new Thread(work, "dwa-download");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
