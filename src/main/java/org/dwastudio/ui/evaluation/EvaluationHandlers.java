package org.dwastudio.ui.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the evaluation page asks the window for.
 *
 * @param showSynthesis shows where pictures are distilled
 * @param runFolder asks the user for the folder of a run
 * @param copy puts a text on the clipboard
 */
public record EvaluationHandlers(Runnable showSynthesis, Supplier<Optional<Path>> runFolder, Consumer<String> copy) {}
