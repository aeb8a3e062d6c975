package org.dwastudio.ui.squeeze;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Callbacks from the squeeze page to the window.
 *
 * @param start trains a teacher, if nothing else is running
 * @param resume resumes the squeeze in a folder, if nothing else is running
 * @param runFolder asks the user for the folder of a squeeze
 */
public record SqueezeHandlers(Runnable start, Consumer<Path> resume, Supplier<Optional<Path>> runFolder) {}
