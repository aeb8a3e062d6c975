package org.dwastudio.compute;

import java.util.Optional;

/**
 * Loads a build of PyTorch where it can do no harm. A build that fails halfway cannot be taken back: the process could
 * not go on with another one.
 */
@FunctionalInterface
public interface LibraryProbe {

    /**
     * Why it cannot be used; empty when it can.
     *
     * @param gpu the graphics card to compute on; empty for the processor
     */
    Optional<String> failure(LibtorchFolder library, Optional<Gpu> gpu);
}
