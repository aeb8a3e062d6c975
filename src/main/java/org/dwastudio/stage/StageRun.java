package org.dwastudio.stage;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A stage that was started.
 *
 * @param folder the folder that it works in
 * @param control pauses, steps and stops it
 * @param tuning the parameters that can be changed while it runs; empty when the stage has none
 * @param outcome completes when the stage has ended, exceptionally when it failed
 * @param <O> outcome of the stage
 */
public record StageRun<O>(Path folder, RunControl control, Optional<LiveTuning> tuning, CompletableFuture<O> outcome) {

    /** A stage without parameters that can be changed while it runs. */
    public StageRun(Path folder, RunControl control, CompletableFuture<O> outcome) {
        this(folder, control, Optional.empty(), outcome);
    }
}
