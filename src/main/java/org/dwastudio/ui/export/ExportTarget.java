package org.dwastudio.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Naming of the folders that exports write: an export never goes among other files. */
final class ExportTarget {
    private ExportTarget() {}

    /**
     * Returns the chosen folder if it is empty or does not exist, else a new folder in it.
     *
     * @param name name of the new folder; a number is appended if there is one already
     */
    static Path in(Path chosen, String name) {
        if (isVacant(chosen)) {
            return chosen;
        }
        Path target = chosen.resolve(name);
        for (int again = 2; !isVacant(target); again++) {
            target = chosen.resolve(name + "-" + again);
        }
        return target;
    }

    private static boolean isVacant(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            // The export itself reports a folder that cannot be read.
            return true;
        }
    }
}
