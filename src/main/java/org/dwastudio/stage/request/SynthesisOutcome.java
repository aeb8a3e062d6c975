package org.dwastudio.stage.request;

import java.nio.file.Path;

/**
 * How a run ended.
 *
 * @param folder the run folder
 * @param contactSheet a picture of all synthetic images in it
 * @param cancelled whether it was stopped before its end
 */
public record SynthesisOutcome(Path folder, Path contactSheet, boolean cancelled) {}
