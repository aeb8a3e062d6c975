package org.dwastudio;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.yaml.ExperimentFileName;

/** What the desktop hands over when an experiment is opened from a file manager: one argument, a file. */
final class FileToOpen {
    private FileToOpen() {}

    /**
     * The file or folder that the studio shall open; empty when the arguments are those of a command. An experiment that
     * is not there counts as well: the window says so.
     */
    static Optional<Path> in(String... arguments) {
        if (arguments.length != 1 || arguments[0].startsWith("-")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(arguments[0]))
                    .filter(path -> ExperimentFileName.fits(path) || Files.exists(path));
        } catch (InvalidPathException noFile) {
            return Optional.empty();
        }
    }
}
