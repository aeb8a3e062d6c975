package org.dwastudio.ui.squeeze;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the squeeze page asks the window for.
 *
 * @param start trains a teacher, if nothing else is under way
 * @param resume goes on with the squeeze in a folder, if nothing else is under way
 * @param runFolder asks the user for the folder of a squeeze
 */
public record SqueezeHandlers(Runnable start, Consumer<Path> resume, Supplier<Optional<Path>> runFolder) {}
