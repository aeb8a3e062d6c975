package org.dwastudio.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;

/** Folders of runs and downloads. */
public final class Directories {
    private Directories() {}

    /**
     * Creates a folder unless it exists. Its parent must exist: a run folder that vanished during the run is not begun
     * again.
     *
     * @throws java.nio.file.NoSuchFileException when the parent is missing
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

    /** Deletes a folder with all its content, or a file, if it exists. Links are deleted, their targets stay. */
    public static void delete(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            PathUtils.delete(path);
        }
    }
}
