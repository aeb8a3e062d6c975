package org.dwastudio.ui.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Actions of the window that the evaluation page calls.
 *
 * @param showSynthesis shows the page on which images are distilled
 * @param runFolder asks the user for the folder of a run
 * @param copy copies a text to the clipboard
 */
public record EvaluationHandlers(Runnable showSynthesis, Supplier<Optional<Path>> runFolder, Consumer<String> copy) {}
