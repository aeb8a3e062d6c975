package org.dwastudio.ui.comparison;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Actions of the window that the comparison calls.
 *
 * @param history opens the run history
 * @param folder asks the user for a run folder
 * @param page asks the user for an HTML file to write
 */
public record ComparisonHandlers(Runnable history, Supplier<Optional<Path>> folder, Supplier<Optional<Path>> page) {}
