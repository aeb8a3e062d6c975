package org.dwastudio.engine;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.stage.LiveTuning;
import org.dwastudio.stage.RunControl;

/**
 * A run that was started.
 *
 * @param folder where it writes
 * @param control pause, step, stop
 * @param tuning what the sliders say
 * @param outcome completes when the run is over, exceptionally when it failed
 */
public record Run(Path folder, RunControl control, LiveTuning tuning, CompletableFuture<RunOutcome> outcome) {}
