package org.dwastudio.run.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dwastudio.run.RunDirectory;

/** Search for finished syntheses. */
public final class FinishedRun {
    private FinishedRun() {}

    /**
     * Returns the newest in a folder of runs; empty if there is none, or no such folder.
     *
     * @throws IOException if the folder cannot be read
     */
    public static Optional<Path> newestIn(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return Optional.empty();
        }
        List<Path> newestFirst;
        try (Stream<Path> folders = Files.list(runs)) {
            newestFirst = folders.sorted(Comparator.reverseOrder()).toList();
        }
        return newestFirst.stream().filter(FinishedRun::isOne).findFirst();
    }

    private static boolean isOne(Path folder) {
        RunDirectory directory = new RunDirectory(folder);
        try {
            return Files.isRegularFile(directory.experiment())
                    && Files.isDirectory(directory.images())
                    && directory.isFinished();
        } catch (IOException e) {
            // A run with an unreadable log cannot be used.
            return false;
        }
    }
}
