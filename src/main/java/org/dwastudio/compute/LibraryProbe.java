package org.dwastudio.compute;

import java.util.Optional;

/**
 * Trial load of a PyTorch build without risk for this process, which could not load another build after one that fails
 * halfway.
 */
@FunctionalInterface
public interface LibraryProbe {

    /**
     * Returns the reason why a build cannot be used; empty if it can.
     *
     * @param gpu graphics card to compute on; empty for the processor
     */
    Optional<String> failure(LibtorchFolder library, Optional<Gpu> gpu);
}
