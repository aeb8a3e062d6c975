package org.dwastudio.stage.export;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.Directories;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunDirectoryLock;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.text.Message;

/**
 * Folder that is filled next to its target and then moved there as a whole, so that a partial export never remains. It
 * is filled inside a locked folder: the lock distinguishes an export in progress from the leftovers of a killed one,
 * which the next export deletes.
 */
final class StagedDirectory {
    private static final String FILLED = "export";

    private StagedDirectory() {}

    /** Content of the folder. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path folder) throws IOException;
    }

    /**
     * Fills a folder.
     *
     * @param target must not exist or be empty
     * @throws RunFolderException if it cannot be used or written, with a message for the user; nothing of it is left
     *     then
     */
    static void write(Path target, Content content) throws IOException {
        Path whole = target.toAbsolutePath().normalize();
        RunDirectory.requireVacant(whole);
        Path partial = make(whole);
        try (RunDirectoryLock lock = RunDirectoryLock.acquire(new RunDirectory(partial))) {
            Path filled = lock.directory().folder().resolve(FILLED);
            try {
                Directories.delete(filled);
                content.writeTo(Files.createDirectory(filled));
                Files.deleteIfExists(whole);
                Files.move(filled, whole);
            } catch (IOException e) {
                throw RunFolderException.cannotWrite(whole, e);
            } finally {
                Directories.delete(filled);
            }
        } finally {
            removeUnlessInUse(partial);
        }
    }

    private static void removeUnlessInUse(Path partial) throws IOException {
        try {
            Files.deleteIfExists(partial);
        } catch (DirectoryNotEmptyException e) {
            // Another export to the same target is in progress.
        }
    }

    private static Path make(Path target) throws IOException {
        Path partial = target.resolveSibling(target.getFileName() + AtomicFile.PARTIAL_SUFFIX);
        if (Files.exists(partial, LinkOption.NOFOLLOW_LINKS) && !isLeftByAnExport(partial)) {
            throw new RunFolderException(partial, Message.of("export.inTheWay"));
        }
        try {
            Files.createDirectories(partial.getParent());
            Directories.make(partial);
            return partial;
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(target, e);
        }
    }

    /**
     * Returns true if a folder contains nothing but a partial export and the lock that was created first. A link to such a
     * folder is not of an export.
     */
    private static boolean isLeftByAnExport(Path partial) throws IOException {
        if (!Files.isDirectory(partial, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> content = Files.list(partial)) {
            Set<String> names =
                    content.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            return names.isEmpty()
                    || (names.contains(RunDirectoryLock.NAME)
                            && Set.of(RunDirectoryLock.NAME, FILLED).containsAll(names));
        }
    }
}
