package org.dwastudio.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dwastudio.file.SafeName;

/**
 * Names the folders of new runs: the time of the start and the experiment's name.
 *
 * @param parent the folder that holds them all
 * @param clock tells the time
 */
public record RunFolders(Path parent, Clock clock) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    /** A folder that does not exist yet. */
    public Path next(String experimentName) {
        String name = TIME.format(LocalDateTime.now(clock)) + "-" + SafeName.of(experimentName, "run");
        Path folder = parent.resolve(name);
        for (int again = 2; Files.exists(folder); again++) {
            folder = parent.resolve(name + "-" + again);
        }
        return folder;
    }
}
