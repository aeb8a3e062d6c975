package org.dwastudio.data.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.image.Normalization;

/**
 * Reader of image folders: one folder per class, either below the folders of two splits or with a test split that is
 * drawn by seed. Labels follow the code-point order of the folder names, as in torchvision's {@code ImageFolder}; in a
 * folder that this program exported, the order of its {@link FolderManifest}.
 */
final class ImageFolderReader {
    private static final String FORMAT = "image folder";
    private static final int LISTERS = 8;

    private final Path root;
    private final FolderListing listing;

    ImageFolderReader(Path root) {
        this.root = root;
        this.listing = new FolderListing(root);
    }

    /**
     * Reads a folder with separate splits.
     *
     * @param train folder of the training split below the root
     * @param test folder of the test split below the root
     */
    DatasetSource readSplits(String name, String train, String test) throws IOException {
        Classes classes = classesOf(train);
        checkSameClasses(train, classes.folders(), test, listing.folders(test));
        return new DatasetSource(
                name,
                FORMAT,
                classes.names(),
                new IndexedFiles(root, classes(train + "/", classes.folders())),
                new IndexedFiles(root, classes(test + "/", classes.folders())),
                false,
                classes.normalization());
    }

    /**
     * Reads a folder without a test split.
     *
     * @param folder folder that holds the classes, below the root; empty for the root itself
     */
    DatasetSource readUnsplit(String name, String folder, SeededSplit split) throws IOException {
        Classes classes = classesOf(folder);
        List<String> names = classes.names();
        IndexedFiles all = all(folder, classes);
        ImageSource test = split.test(all, names);
        if (test.count() == 0) {
            throw new DatasetException(root.resolve(folder) + ": no class has more than one image, so that none can be"
                    + " held back for a test. Please add images.");
        }
        return new DatasetSource(name, FORMAT, names, split.train(all, names), test, true, classes.normalization());
    }

    /**
     * Reads a folder that this program exported, with the test split of the dataset that its images were distilled
     * from.
     *
     * @param folder folder that holds the classes, below the root; empty for the root itself
     * @param real dataset that the images were distilled from
     */
    DatasetSource readDistilled(String name, String folder, DatasetSource real) throws IOException {
        Classes classes = classesOf(folder);
        return new DatasetSource(
                name,
                FORMAT + ", tested on " + real.name(),
                classes.names(),
                all(folder, classes),
                real.test(),
                false,
                classes.normalization());
    }

    /** Reads all images of a folder. */
    ImageSource readAll(String folder) throws IOException {
        return all(folder, classesOf(folder));
    }

    private IndexedFiles all(String folder, Classes classes) throws IOException {
        return new IndexedFiles(root, classes(folder.isEmpty() ? "" : folder + "/", classes.folders()));
    }

    /** Classes of a folder, in label order. */
    private record Classes(List<String> folders, List<String> names, Optional<Normalization> normalization) {}

    private Classes classesOf(String folder) throws IOException {
        List<String> found = classFolders(folder);
        Optional<FolderManifest> manifest = FolderManifest.in(root);
        return manifest.isPresent()
                ? new Classes(
                        manifest.get().ordered(found),
                        manifest.get().classNames(),
                        manifest.map(FolderManifest::normalization))
                : new Classes(found, found, Optional.empty());
    }

    /** Returns the files of each class. */
    List<ClassFiles> classes(String prefix, List<String> folders) throws IOException {
        List<ClassFiles> classes = new ArrayList<>();
        try (OrderedPrefetch<String, ClassFiles> listed =
                new OrderedPrefetch<>(folders.iterator(), folder -> list(prefix + folder), LISTERS, 2 * LISTERS)) {
            listed.forEachRemaining(classes::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return classes;
    }

    private ClassFiles list(String folder) {
        try {
            ClassFiles files = listing.images(folder);
            if (files.count() == 0) {
                throw new DatasetException(root.resolve(folder) + ": this class has no images (files that end in .jpg,"
                        + " .jpeg, .png, .gif, .bmp or .tif). Please add some, or remove the folder.");
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> classFolders(String folder) throws IOException {
        List<String> names = listing.folders(folder);
        if (names.isEmpty()) {
            throw new DatasetException(
                    root.resolve(folder) + ": found no class folders. Please move the images of each class to a folder"
                            + " of its own there, named after the class.");
        }
        if (names.size() == 1) {
            throw new DatasetException(root.resolve(folder) + ": found only one class, " + names.get(0)
                    + ". Please add a folder for each other class; two are needed at least.");
        }
        return names;
    }

    /** Checks that both splits have the same class folders. */
    void checkSameClasses(String first, List<String> classNames, String second, List<String> others)
            throws DatasetException {
        Set<String> missing = new TreeSet<>(classNames);
        others.forEach(missing::remove);
        Set<String> unknown = new TreeSet<>(others);
        classNames.forEach(unknown::remove);
        if (!missing.isEmpty()) {
            throw classesDiffer(second, missing, first);
        }
        if (!unknown.isEmpty()) {
            throw classesDiffer(first, unknown, second);
        }
    }

    private DatasetException classesDiffer(String poorer, Set<String> classes, String richer) {
        String some = String.join(", ", classes.stream().limit(5).toList()) + (classes.size() > 5 ? ", …" : "");
        return new DatasetException(root.resolve(poorer) + ": it lacks " + classes.size() + " of the classes of "
                + root.resolve(richer) + " (" + some
                + "). Please give both the same class folders.");
    }
}
