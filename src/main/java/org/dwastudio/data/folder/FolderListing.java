package org.dwastudio.data.folder;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
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
import org.dwastudio.data.DatasetNote;
import org.dwastudio.image.codec.ImageFile;
import org.dwastudio.text.Message;

/**
 * Listing of image folders. Hidden files (names that begin with a dot) and files without an image extension are
 * skipped; links are followed, and those that lead nowhere or back are recorded.
 */
public final class FolderListing {
    private static final String ARCHIVER_NOTES = "__MACOSX";

    private final Path root;
    private final FolderProblems problems = new FolderProblems();

    /**
     * Creates a listing.
     *
     * @param root the dataset's folder; names are relative to it
     */
    public FolderListing(Path root) {
        this.root = root;
    }

    /** Returns notes on the links and special files found so far. */
    public List<DatasetNote> notes() {
        return problems.notes();
    }

    /** Returns the names of the folders in a folder, ordered by code points. */
    public List<String> folders(String folder) throws IOException {
        Path place = root.resolve(folder);
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(place)) {
            for (Path child : children) {
                if (isVisible(child) && isFolder(child, place)) {
                    names.add(child.getFileName().toString());
                }
            }
        }
        names.sort(Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        return names;
    }

    /** Returns true if an archiver or an editor would not have made this file for itself. */
    static boolean isVisible(Path child) {
        String name = child.getFileName().toString();
        return !name.startsWith(".") && !name.equals(ARCHIVER_NOTES);
    }

    private boolean isFolder(Path child, Path parent) throws IOException {
        if (!Files.isSymbolicLink(child)) {
            return Files.isDirectory(child);
        }
        if (!Files.exists(child)) {
            problems.addBrokenLink(child.toString());
            return false;
        }
        if (Files.isDirectory(child) && parent.toRealPath().startsWith(child.toRealPath())) {
            problems.addLoop(child.toString());
            return false;
        }
        return Files.isDirectory(child);
    }

    /**
     * Returns the images in a folder and its subfolders.
     *
     * @param folder path relative to the root, with slashes
     * @throws DatasetException if a file or folder in it cannot be read
     */
    public ClassFiles images(String folder) throws IOException {
        Path top = root.resolve(folder);
        Images images = new Images(top);
        Files.walkFileTree(top, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, images);
        return new ClassFiles(folder, images.found);
    }

    private final class Images extends SimpleFileVisitor<Path> {
        private final Path top;
        private final List<ClassFiles.Found> found = new ArrayList<>();

        Images(Path top) {
            this.top = top;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (folder.equals(top)) {
                return FileVisitResult.CONTINUE;
            }
            // The walk itself notices a loop only after it went round, with the images of other classes.
            if (Files.isSymbolicLink(folder)
                    && Objects.requireNonNull(folder.getParent()).toRealPath().startsWith(folder.toRealPath())) {
                problems.addLoop(folder.toString());
                return FileVisitResult.SKIP_SUBTREE;
            }
            return isVisible(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (attributes.isSymbolicLink()) {
                // The target does not exist, or Java would have followed the link.
                problems.addBrokenLink(file.toString());
            } else if (ImageFile.hasImageExtension(name)) {
                add(file, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        private void add(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile()) {
                problems.addSpecialFile(file.toString());
                return;
            }
            String relative = Objects.requireNonNull(file.getParent()).equals(top)
                    ? file.getFileName().toString()
                    : top.relativize(file).toString().replace(File.separatorChar, '/');
            found.add(ClassFiles.Found.of(relative, attributes.size()));
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof FileSystemLoopException) {
                problems.addLoop(file.toString());
                return FileVisitResult.CONTINUE;
            }
            if (Files.isSymbolicLink(file)) {
                // A link to itself, or over a folder that may not be entered.
                problems.addBrokenLink(file.toString());
                return FileVisitResult.CONTINUE;
            }
            if (!ImageFile.hasImageExtension(file.getFileName().toString()) && !Files.isDirectory(file)) {
                return FileVisitResult.CONTINUE;
            }
            throw new DatasetException(Message.of("folder.unreadable", file), failure);
        }
    }
}
