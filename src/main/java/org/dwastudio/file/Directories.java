package org.dwastudio.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders in a place that is there already: what vanished while it was written to is not begun again. */
public final class Directories {
    private Directories() {}

    /**
     * Makes a folder unless it is there.
     *
     * @throws java.nio.file.NoSuchFileException when the folder that it belongs into is missing
     */
    public static void make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }
}
