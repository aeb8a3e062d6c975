package org.dwastudio.ui.sweep;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Actions of the window that the sweep calls.
 *
 * @param folder asks the user for the folder of a sweep
 * @param file asks the user for a file with settings
 * @param target asks the user for a file to write
 */
public record SweepHandlers(
        Supplier<Optional<Path>> folder, Supplier<Optional<Path>> file, Supplier<Optional<Path>> target) {}
