package org.dwastudio.data.format;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dwastudio.config.Source;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.array.CifarArchive;
import org.dwastudio.data.folder.FolderListing;
import org.dwastudio.data.folder.FolderSplits;
import org.dwastudio.data.folder.ImageSearch;
import org.dwastudio.data.parquet.ParquetFolder;
import org.dwastudio.data.table.TableReader;
import org.dwastudio.text.Message;

/**
 * Location of a dataset: the folder or archive that a user names, or the only one inside that folder, since archives
 * often unpack to a folder in a folder.
 *
 * @param path path of the folder with the files, or of the archive
 */
record DatasetLocator(Path path, DatasetLayout layout) {
    private static final int DEEPEST = 3;

    /**
     * Finds a dataset.
     *
     * @throws DatasetException if there is none, or more than one
     */
    static DatasetLocator find(String source) throws IOException {
        Path path = existing(source);
        if (!Files.isDirectory(path)) {
            return archive(path);
        }
        DatasetLayout layout = DatasetLayout.of(path);
        if (lacksClasses(path, layout) && TableReader.in(path, 0).isPresent()) {
            return new DatasetLocator(path, DatasetLayout.TABLE);
        }
        if (layout != DatasetLayout.UNKNOWN) {
            return new DatasetLocator(path, layout);
        }
        List<DatasetLocator> below = below(path, DEEPEST);
        if (below.size() > 1) {
            String names = below.stream()
                    .limit(5)
                    .map(place -> path.relativize(place.path()).toString())
                    .collect(Collectors.joining(", "));
            throw new DatasetException(
                    Message.of("dataset.several", path, below.size(), below.size() > 5 ? names + ", …" : names));
        }
        if (below.isEmpty()) {
            throw unknown(path);
        }
        return below.get(0);
    }

    /** Returns true if the images are not sorted into class folders, so that a table may name their classes. */
    private static boolean lacksClasses(Path path, DatasetLayout layout) throws IOException {
        return switch (layout) {
            case UNKNOWN -> ImageSearch.holdsImages(path);
            case CLASS_FOLDERS -> ImageSearch.foldersWithImages(path).size() < 2;
            case SPLIT_FOLDERS ->
                ImageSearch.foldersWithImages(path.resolve(FolderSplits.of(path).train()))
                        .isEmpty();
            default -> false;
        };
    }

    private static Path existing(String source) throws DatasetException {
        try {
            Path path = Path.of(Source.expanded(source));
            if (Files.exists(path)) {
                return path;
            }
            throw new DatasetException(Message.of("dataset.noPath", path));
        } catch (InvalidPathException e) {
            throw new DatasetException(Message.of("dataset.badPath", source), e);
        }
    }

    private static DatasetLocator archive(Path file) throws DatasetException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (Files.isRegularFile(file) && name.endsWith(".npz")) {
            return new DatasetLocator(file, DatasetLayout.NPZ);
        }
        if (Files.isRegularFile(file) && name.endsWith(ParquetFolder.ENDING)) {
            return new DatasetLocator(file, DatasetLayout.PARQUET);
        }
        if (Files.isRegularFile(file)
                && name.matches(".*\\.(tar|tgz|gz|zip)")
                && !name.matches(".*idx[13]-ubyte\\.gz")) {
            return new DatasetLocator(file, DatasetLayout.ARCHIVE);
        }
        throw new DatasetException(Message.of("dataset.badFile", file, DatasetFormats.ARCHIVES, DatasetFormats.FILES));
    }

    /**
     * Returns the datasets in a folder. Folders take precedence over archives: a user who unpacked one may have kept
     * it.
     */
    private static List<DatasetLocator> below(Path path, int levels) throws IOException {
        List<DatasetLocator> folders = new ArrayList<>();
        List<DatasetLocator> archives = new ArrayList<>();
        for (Path child : children(path)) {
            if (!Files.isDirectory(child)) {
                if (CifarArchive.hasArchiveExtension(child.getFileName().toString())) {
                    archives.add(new DatasetLocator(child, DatasetLayout.ARCHIVE));
                } else if (child.toString().endsWith(".npz")) {
                    archives.add(new DatasetLocator(child, DatasetLayout.NPZ));
                }
                continue;
            }
            DatasetLayout layout = DatasetLayout.of(child);
            if (layout != DatasetLayout.UNKNOWN) {
                folders.add(new DatasetLocator(child, layout));
            } else if (levels > 1) {
                folders.addAll(below(child, levels - 1));
            }
        }
        return folders.isEmpty() ? archives : folders;
    }

    private static List<Path> children(Path path) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(
                path, child -> !child.getFileName().toString().startsWith("."))) {
            all.forEach(children::add);
        }
        children.sort(null);
        return children;
    }

    private static DatasetException unknown(Path path) throws IOException {
        if (ImageSearch.holdsImages(path)) {
            return new DatasetException(Message.of("dataset.noFolders", path));
        }
        Optional<String> first = new FolderListing(path).folders("").stream().findFirst();
        return new DatasetException(
                first.map(folder -> Message.of("dataset.noneInFolders", path, folder, DatasetFormats.all()))
                        .orElseGet(() -> Message.of("dataset.none", path, DatasetFormats.all())));
    }
}
