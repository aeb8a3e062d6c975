package org.dwastudio.compute;

import java.util.Optional;
import org.dwastudio.text.CountText;

/**
 * Device and threads of the loaded engine.
 *
 * @param gpu graphics card; empty for the processor
 * @param threads processor threads for one operation
 */
public record DeviceInUse(Optional<Gpu> gpu, int threads) {

    /**
     * Returns the notation of run folders and the command line: {@code CPU · 2 threads} or {@code GPU 0 · NVIDIA A10}.
     */
    public String describe() {
        return gpu.map(card -> "GPU " + card.index() + " · " + card.name())
                .orElseGet(() -> "CPU · " + CountText.of(threads, "thread"));
    }
}
