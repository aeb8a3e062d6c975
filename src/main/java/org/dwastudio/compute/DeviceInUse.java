package org.dwastudio.compute;

import java.util.Optional;

/**
 * What the loaded engine computes on.
 *
 * @param gpu the graphics card; the processor where there is none
 * @param threads of the processor, for one operation
 */
public record DeviceInUse(Optional<Gpu> gpu, int threads) {

    /** As run folders and the command line tell it: {@code CPU · 2 threads} or {@code GPU 0 · NVIDIA A10}. */
    public String inWords() {
        return gpu.map(card -> "GPU " + card.index() + " · " + card.name())
                .orElseGet(() -> "CPU · " + threads + " threads");
    }
}
