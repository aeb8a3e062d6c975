package org.dwastudio.engine;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.stage.RunControl;

/**
 * An evaluation that was started.
 *
 * @param folder of the run whose pictures are evaluated
 * @param control pauses and stops it
 * @param outcome completes when it is over, exceptionally when it failed
 */
public record EvaluationRun(Path folder, RunControl control, CompletableFuture<EvaluationOutcome> outcome) {}
