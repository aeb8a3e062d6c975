package org.dwastudio.data.format;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.dwastudio.data.DatasetException;
import org.dwastudio.image.codec.ImageFile;

/**
 * Listing of image folders. Hidden files (names that begin with a dot) and files without an image extension are
 * skipped.
 */
final class FolderListing {
    private static final String ARCHIVER_NOTES = "__MACOSX";

    private final Path root;

    /**
     * Creates a listing.
     *
     * @param root the dataset's folder; names are relative to it
     */
    FolderListing(Path root) {
        this.root = root;
    }

    /** Returns the names of the folders in a folder, ordered by code points. */
    List<String> folders(String folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(root.resolve(folder), this::isClass)) {
            children.forEach(child -> names.add(child.getFileName().toString()));
        }
        names.sort(Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        return names;
    }

    private boolean isClass(Path child) {
        String name = child.getFileName().toString();
        return !name.startsWith(".") && !name.equals(ARCHIVER_NOTES) && Files.isDirectory(child);
    }

    /**
     * Returns the images in a folder and its subfolders; links are followed.
     *
     * @param folder path relative to the root, with slashes
     * @throws DatasetException if a file or folder in it cannot be read
     */
    ClassFiles images(String folder) throws IOException {
        Path top = root.resolve(folder);
        Images images = new Images(top);
        Files.walkFileTree(top, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, images);
        return new ClassFiles(folder, images.found);
    }

    private static final class Images extends SimpleFileVisitor<Path> {
        private final Path top;
        private final List<ClassFiles.Found> found = new ArrayList<>();

        Images(Path top) {
            this.top = top;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped =
                    !folder.equals(top) && folder.getFileName().toString().startsWith(".");
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (ImageFile.hasImageExtension(name) && attributes.isRegularFile()) {
                String relative = Objects.requireNonNull(file.getParent()).equals(top)
                        ? name
                        : top.relativize(file).toString().replace(File.separatorChar, '/');
                found.add(ClassFiles.Found.of(relative, attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (!ImageFile.hasImageExtension(file.getFileName().toString()) && !Files.isDirectory(file)) {
                return FileVisitResult.CONTINUE;
            }
            throw new DatasetException(
                    file + ": it cannot be read (" + failure.getClass().getSimpleName()
                            + "). Please check that it exists and is readable, or remove it.",
                    failure);
        }
    }
}
