package org.dwastudio.data.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.dwastudio.image.codec.ImageFile;

/** Search for images in folders, up to the first one. */
public final class ImageSearch {
    private static final int DEEPEST = 8;
    /** A larger tree without an image is no dataset, but a home folder that would be searched for minutes. */
    private static final int MOST_FILES = 50_000;

    private ImageSearch() {}

    /** Returns true if the folder itself contains images. */
    public static boolean holdsImages(Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (ImageFile.hasImageExtension(child.getFileName().toString()) && Files.isRegularFile(child)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns true if the folder or a folder below it contains images. */
    public static boolean holdsImagesBelow(Path folder) throws IOException {
        FirstImage first = new FirstImage(folder);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, first);
        return first.found;
    }

    /** Returns the names of the folders in a folder that contain images, at any depth, ordered by code points. */
    public static List<String> foldersWithImages(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : new FolderListing(folder).folders("")) {
            if (holdsImagesBelow(folder.resolve(name))) {
                names.add(name);
            }
        }
        return names;
    }

    private static final class FirstImage extends SimpleFileVisitor<Path> {
        private final Path top;
        private boolean found;
        private int files;

        FirstImage(Path top) {
            this.top = top;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(top) || FolderListing.isVisible(folder)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files++;
            found = attributes.isRegularFile()
                    && ImageFile.hasImageExtension(file.getFileName().toString());
            return found || files > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
