package org.dwastudio.pipeline.export;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.artifact.RunFolderException;

/** A folder that is filled beside its place and moved there whole: half an export never stays. */
final class BesideFolder {
    private BesideFolder() {}

    /** What fills it. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path folder) throws IOException;
    }

    /**
     * Fills a folder.
     *
     * @param target must not exist or be empty
     * @throws RunFolderException when it cannot be used or written, in words; nothing of it is left then
     */
    static void write(Path target, Content content) throws IOException {
        Path whole = target.toAbsolutePath().normalize();
        RunDirectory.requireVacant(whole);
        Path beside = make(whole);
        try {
            content.writeTo(beside);
            Files.deleteIfExists(whole);
            Files.move(beside, whole);
        } catch (IOException e) {
            delete(beside);
            throw RunFolderException.cannotWrite(whole, e);
        } catch (RuntimeException | Error e) {
            delete(beside);
            throw e;
        }
    }

    private static Path make(Path target) throws IOException {
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(beside.getParent());
            return Files.createDirectory(beside);
        } catch (FileAlreadyExistsException e) {
            throw new RunFolderException(
                    Path.of(e.getFile()), "is in the way, perhaps left by an export that was killed; remove it");
        } catch (IOException e) {
            throw RunFolderException.cannotWrite(target, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
