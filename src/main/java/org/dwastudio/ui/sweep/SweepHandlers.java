package org.dwastudio.ui.sweep;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.dwastudio.sweep.SweepCost;

/**
 * Actions of the window that the sweep calls.
 *
 * @param folder asks the user for the folder of a sweep that is not listed
 * @param file asks the user for a file with settings
 * @param target asks the user for a file to write
 * @param confirmation asks whether a long sweep shall start, and calls the action if so
 */
public record SweepHandlers(
        Supplier<Optional<Path>> folder,
        Supplier<Optional<Path>> file,
        Supplier<Optional<Path>> target,
        BiConsumer<SweepCost, Runnable> confirmation) {}
