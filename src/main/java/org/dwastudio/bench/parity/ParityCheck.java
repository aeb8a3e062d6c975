package org.dwastudio.bench.parity;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.nn.NetworkCatalog;
import org.dwastudio.nn.torch.TorchEngine;

/** A parity case on an engine of its own. */
public final class ParityCheck {

    /**
     * Runs a case.
     *
     * @param out where to write what was computed
     * @throws IOException if the case is incomplete or broken, or the results cannot be written
     */
    public ParityReport run(Path folder, Optional<Path> out) throws IOException {
        try (NDManager manager = TorchEngine.load().newManager()) {
            return new ParityRun(new NetworkCatalog()).run(folder, out, manager);
        }
    }
}
