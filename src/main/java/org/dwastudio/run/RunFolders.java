package org.dwastudio.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dwastudio.file.SafeName;

/**
 * Naming of new run folders: the start time and the experiment's name.
 *
 * @param parent parent of all run folders
 * @param clock clock of the start time
 */
public record RunFolders(Path parent, Clock clock) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    /** Returns a folder that does not exist yet. */
    public Path next(String experimentName) {
        String name = TIME.format(LocalDateTime.now(clock)) + "-" + SafeName.of(experimentName, "run");
        Path folder = parent.resolve(name);
        for (int again = 2; Files.exists(folder); again++) {
            folder = parent.resolve(name + "-" + again);
        }
        return folder;
    }
}
