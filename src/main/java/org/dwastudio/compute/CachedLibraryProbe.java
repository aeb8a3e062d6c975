package org.dwastudio.compute;

import java.io.IOException;
import java.util.Optional;

/** Probe that tries a build only if it has not passed before in its present state. */
final class CachedLibraryProbe implements LibraryProbe {
    private final LibraryProbe trial;
    private final ComputeSettingsFile file;

    CachedLibraryProbe(LibraryProbe trial, ComputeSettingsFile file) {
        this.trial = trial;
        this.file = file;
    }

    @Override
    public Optional<String> failure(LibtorchFolder library, Optional<Gpu> gpu) {
        try {
            String fingerprint =
                    library.fingerprint() + gpu.map(card -> " " + card).orElse("");
            if (file.isTried(fingerprint)) {
                return Optional.empty();
            }
            Optional<String> failure = trial.failure(library, gpu);
            if (failure.isEmpty()) {
                file.rememberTried(fingerprint);
            }
            return failure;
        } catch (IOException e) {
            return trial.failure(library, gpu);
        }
    }
}
