package org.dwastudio.pipeline.export;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.dwastudio.artifact.RunDirectory;
import org.dwastudio.artifact.RunFolderException;
import org.dwastudio.artifact.StoredImages;

/** Copies the pictures of a run into {@code CLASS/NAME.png}: the layout that most training programs read. */
public final class ImageFolderExport {
    private ImageFolderExport() {}

    /**
     * Copies all pictures of a run. They are copied beside the target and moved there when all have arrived: half an
     * export never stays.
     *
     * @param runFolder a run folder with at least one picture
     * @param target must not exist or be empty
     * @return the number of pictures
     * @throws IOException when the run has no pictures or the target cannot be used, in words
     */
    public static int export(Path runFolder, Path target) throws IOException {
        StoredImages images = StoredImages.in(RunDirectory.open(runFolder));
        if (images.count() == 0) {
            throw new RunFolderException(runFolder, "holds no pictures yet; finish a column first");
        }
        Path whole = target.toAbsolutePath().normalize();
        RunDirectory.requireVacant(whole);
        Path beside = makeBeside(whole);
        try {
            copy(images, beside);
            Files.deleteIfExists(whole);
            Files.move(beside, whole);
        } catch (IOException e) {
            delete(beside);
            throw RunFolderException.cannotWrite(whole, e);
        }
        return images.count();
    }

    private static Path makeBeside(Path target) throws IOException {
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

    private static void copy(StoredImages images, Path target) throws IOException {
        Set<String> used = new HashSet<>();
        for (StoredImages.StoredClass stored : images.classes()) {
            // Two names may differ only in letters that no folder name can hold, or only in case.
            String name = stored.name();
            while (!used.add(name.toLowerCase(Locale.ROOT))) {
                name += "-" + stored.label();
            }
            Path folder = Files.createDirectory(target.resolve(name));
            for (Path picture : stored.pictures().values()) {
                Files.copy(picture, folder.resolve(picture.getFileName()));
            }
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
