package org.dwastudio.stage.request;

import java.nio.file.Path;

/**
 * Result of a synthesis run.
 *
 * @param folder the run folder
 * @param contactSheet an overview image of all synthetic images in the run folder
 * @param cancelled whether it was stopped early
 */
public record SynthesisOutcome(Path folder, Path contactSheet, boolean cancelled) implements StageOutcome {}
