package org.dwastudio.ui.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dwastudio.run.history.RunSummary;

/**
 * Actions of the window that the run history calls.
 *
 * @param confirm asks whether a run shall be deleted, and deletes it
 * @param csvFile asks the user for a CSV file to write
 * @param compare compares the runs of folders
 * @param copy copies a text to the clipboard
 */
public record HistoryHandlers(
        Consumer<RunSummary> confirm,
        Supplier<Optional<Path>> csvFile,
        Consumer<List<Path>> compare,
        Consumer<String> copy) {}
