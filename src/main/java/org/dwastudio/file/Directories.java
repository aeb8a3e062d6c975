package org.dwastudio.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;
import org.dwastudio.text.DescribedFileException;
import org.dwastudio.text.Message;

/** Folders of runs and downloads. */
public final class Directories {
    private Directories() {}

    /**
     * Creates a folder unless it exists. Its parent must exist: a run folder that vanished during the run is not begun
     * again.
     *
     * @throws java.nio.file.NoSuchFileException when the parent is missing
     * @throws IOException when it cannot be created, or is a link, which could lead to a folder of somebody else
     */
    public static void make(Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw new DescribedFileException(folder, Message.of("file.link"));
        }
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
