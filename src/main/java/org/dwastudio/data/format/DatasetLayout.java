package org.dwastudio.data.format;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dwastudio.image.codec.ImageFile;

/** Arrangement of a dataset's files in its folder. */
enum DatasetLayout {
    IDX,
    CIFAR_10,
    CIFAR_100,
    TINY_IMAGENET,
    /** Class folders below {@code train}. */
    SPLIT_FOLDERS,
    /** Class folders with images. */
    CLASS_FOLDERS,
    /** Archive of CIFAR's binary version. */
    ARCHIVE,
    UNKNOWN;

    /** The formats other than image folders, as error messages list them. */
    static final String SUPPORTED = "MNIST, Fashion-MNIST, CIFAR-10, CIFAR-100 (binary) or Tiny-ImageNet";

    /** Returns the layout that the names in a folder suggest; the files are not opened. */
    static DatasetLayout of(Path folder) throws IOException {
        DatasetLayout layout = UNKNOWN;
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                DatasetLayout hint = hintOf(child);
                // Constants listed earlier are the more certain signs.
                layout = hint.compareTo(layout) < 0 ? hint : layout;
            }
        }
        return layout;
    }

    private static DatasetLayout hintOf(Path child) throws IOException {
        String name = child.getFileName().toString();
        if (name.startsWith(".")) {
            return UNKNOWN;
        }
        if (!Files.isDirectory(child)) {
            return hintOfFile(name);
        }
        if (isTrain(name)) {
            return SPLIT_FOLDERS;
        }
        return holdsImages(child) ? CLASS_FOLDERS : UNKNOWN;
    }

    private static DatasetLayout hintOfFile(String name) {
        if (name.matches("(train|t10k)-(images-idx3|labels-idx1)-ubyte(\\.gz)?")) {
            return IDX;
        }
        if (CifarReader.Version.CIFAR_10.hasFile(name)) {
            return CIFAR_10;
        }
        if (CifarReader.Version.CIFAR_100.hasFile(name)) {
            return CIFAR_100;
        }
        return name.equals("wnids.txt") ? TINY_IMAGENET : UNKNOWN;
    }

    private static boolean isTrain(String folder) {
        String name = folder.toLowerCase(Locale.ROOT);
        return name.equals("train") || name.equals("training");
    }

    /** Returns true if the folder itself contains images. */
    static boolean holdsImages(Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (ImageFile.hasImageExtension(child.getFileName().toString()) && Files.isRegularFile(child)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the folder of the training split in a folder with {@link #SPLIT_FOLDERS}. */
    static String trainFolder(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .filter(DatasetLayout::isTrain)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * Returns the folder of the test split in a folder with {@link #SPLIT_FOLDERS}. Of several candidates it is one
     * with class folders, first that of the validation split: the published test split of such datasets has no labels.
     */
    static Optional<String> testFolder(Path folder) throws IOException {
        FolderListing listing = new FolderListing(folder);
        Optional<String> first = Optional.empty();
        for (String wanted : new String[] {"val", "valid", "validation", "test", "testing"}) {
            for (String found : listing.folders("")) {
                if (found.toLowerCase(Locale.ROOT).equals(wanted)) {
                    if (!listing.folders(found).isEmpty()) {
                        return Optional.of(found);
                    }
                    first = first.or(() -> Optional.of(found));
                }
            }
        }
        return first;
    }
}
