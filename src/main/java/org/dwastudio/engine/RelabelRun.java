package org.dwastudio.engine;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.stage.RunControl;

/**
 * A relabelling that was started.
 *
 * @param folder of the run whose pictures are labelled
 * @param control pauses and stops it
 * @param outcome completes when it is over, exceptionally when it failed
 */
public record RelabelRun(Path folder, RunControl control, CompletableFuture<RelabelOutcome> outcome) {}
