package org.dwastudio.engine;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.stage.RunControl;

/**
 * A squeeze that was started.
 *
 * @param folder where it writes
 * @param control pause, step, stop
 * @param outcome completes when the squeeze is over, exceptionally when it failed
 */
public record SqueezeRun(Path folder, RunControl control, CompletableFuture<SqueezeOutcome> outcome) {}
