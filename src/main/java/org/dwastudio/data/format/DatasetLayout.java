package org.dwastudio.data.format;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dwastudio.data.array.CifarPythonReader;
import org.dwastudio.data.array.CifarReader;
import org.dwastudio.data.folder.FolderSplits;
import org.dwastudio.data.folder.ImageSearch;
import org.dwastudio.data.parquet.ParquetFolder;

/** Arrangement of a dataset's files in its folder. */
enum DatasetLayout {
    IDX,
    CIFAR_10,
    CIFAR_100,
    CIFAR_10_PYTHON,
    CIFAR_100_PYTHON,
    TINY_IMAGENET,
    /** Class folders below {@code train}. */
    SPLIT_FOLDERS,
    /** Class folders with images. */
    CLASS_FOLDERS,
    /** Archive of CIFAR or of a folder. */
    ARCHIVE,
    /** Images with a table of their classes. */
    TABLE,
    /** NumPy archive of images and labels. */
    NPZ,
    /** Parquet files of images and labels. */
    PARQUET,
    UNKNOWN;

    /** Returns the layout that the names in a folder suggest; the files are not opened. */
    static DatasetLayout of(Path folder) throws IOException {
        DatasetLayout layout = ofFiles(folder);
        if (layout != UNKNOWN) {
            return layout;
        }
        if (ParquetFolder.isIn(folder)) {
            return PARQUET;
        }
        return FolderSplits.isIn(folder) ? SPLIT_FOLDERS : ofClassFolders(folder);
    }

    private static DatasetLayout ofFiles(Path folder) throws IOException {
        DatasetLayout layout = UNKNOWN;
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                DatasetLayout hint = hintOfFile(child.getFileName().toString());
                // Constants listed earlier are the more certain signs.
                layout = hint.compareTo(layout) < 0 && !Files.isDirectory(child) ? hint : layout;
            }
        }
        return layout == UNKNOWN && isPythonCifar100(folder) ? CIFAR_100_PYTHON : layout;
    }

    /** Returns the layout of a folder of folders: several with images are classes, a single one may be the dataset. */
    private static DatasetLayout ofClassFolders(Path folder) throws IOException {
        int direct = 0;
        int deeper = 0;
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (child.getFileName().toString().startsWith(".") || !Files.isDirectory(child)) {
                    continue;
                }
                if (ImageSearch.holdsImages(child)) {
                    direct++;
                } else if (ImageSearch.holdsImagesBelow(child)) {
                    if (FolderSplits.isIn(child) || ofFiles(child) != UNKNOWN) {
                        return UNKNOWN; // Several datasets, not classes.
                    }
                    deeper++;
                }
            }
        }
        return direct + deeper > 1 || direct == 1 ? CLASS_FOLDERS : UNKNOWN;
    }

    /** Returns true if all files of CIFAR-100's Python version exist: a single one of these names proves nothing. */
    private static boolean isPythonCifar100(Path folder) {
        return List.of("train", "test", "meta").stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)));
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
        if (CifarPythonReader.Version.CIFAR_10.hasFile(name)) {
            return CIFAR_10_PYTHON;
        }
        return name.equals("wnids.txt") ? TINY_IMAGENET : UNKNOWN;
    }
}
