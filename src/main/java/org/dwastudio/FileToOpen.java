package org.dwastudio;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.yaml.ExperimentFileName;

/** Parser for the single file argument that the desktop passes when an experiment is opened in a file manager. */
final class FileToOpen {
    private FileToOpen() {}

    /**
     * Returns the file or folder to open in the studio; empty when the arguments are those of a command. The name of a
     * missing experiment file is returned as well, so that the window can report it.
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
