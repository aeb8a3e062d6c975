package org.dwastudio.data.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dwastudio.data.ClassList;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.preprocess.OrderedPrefetch;
import org.dwastudio.data.select.SeededSplit;
import org.dwastudio.image.Normalization;
import org.dwastudio.text.Message;

/**
 * Reader of image folders: one folder per class, either below the folders of the splits or with a test split that is
 * drawn by seed. Labels follow the code-point order of the folder names, as in torchvision's {@code ImageFolder}; in a
 * folder that this program exported, the order of its {@link FolderManifest}. Classes without images are kept.
 */
public final class ImageFolderReader {
    private static final Message FORMAT = Message.of("format.folder");
    private static final int LISTERS = 8;

    private final Path root;
    private final FolderListing listing;
    private final int whiteLevel;

    /**
     * Creates a reader of images of any depth.
     *
     * @param whiteLevel stored value that becomes white in images of more than 8 bits; 0 for the largest
     */
    public ImageFolderReader(Path root, int whiteLevel) {
        this.root = root;
        this.whiteLevel = whiteLevel;
        this.listing = new FolderListing(root);
    }

    /**
     * Reads a folder.
     *
     * @param splits folders of its splits
     * @param drawn selection of the test images if it has no test split
     */
    public DatasetSource read(String name, FolderSplits splits, SeededSplit drawn) throws IOException {
        DatasetSource source = splits.test().isPresent()
                ? readSplits(name, splits, splits.test().get())
                : readUnsplit(name, splits.train(), drawn);
        return source.withNotes(splits.notes()).withNotes(listing.notes());
    }

    private DatasetSource readSplits(String name, FolderSplits splits, String test) throws IOException {
        Classes classes = classesOf(splits.train());
        checkSameClasses(splits.train(), classes.folders(), test, listing.folders(test));
        Optional<ImageSource> validation = Optional.empty();
        if (splits.validation().isPresent()) {
            String choosing = splits.validation().get();
            checkSameClasses(splits.train(), classes.folders(), choosing, listing.folders(choosing));
            validation = Optional.of(all(choosing, classes));
        }
        return new DatasetSource(
                name,
                FORMAT,
                classes.list(),
                all(splits.train(), classes),
                all(test, classes),
                validation,
                false,
                classes.normalization(),
                classes.notes());
    }

    private DatasetSource readUnsplit(String name, String folder, SeededSplit split) throws IOException {
        Classes classes = classesOf(folder);
        // The folders, not the names: a file that names the classes must not change the selection.
        List<String> names = classes.list().folders();
        IndexedFiles all = all(folder, classes);
        return new DatasetSource(
                name,
                FORMAT,
                classes.list(),
                split.train(all, names),
                split.test(all, names),
                Optional.empty(),
                true,
                classes.normalization(),
                classes.notes());
    }

    /**
     * Reads a folder that this program exported, with the test split of the dataset that its images were distilled
     * from.
     *
     * @param folder folder that holds the classes, below the root; empty for the root itself
     * @param real dataset that the images were distilled from
     */
    public DatasetSource readDistilled(String name, String folder, DatasetSource real) throws IOException {
        Classes classes = classesOf(folder);
        return new DatasetSource(
                name,
                Message.of("format.testedOn", FORMAT, real.name()),
                classes.list().names(),
                all(folder, classes),
                real.test(),
                false,
                classes.normalization());
    }

    /** Reads all images of a folder. */
    public ImageSource readAll(String folder) throws IOException {
        return all(folder, classesOf(folder));
    }

    private IndexedFiles all(String folder, Classes classes) throws IOException {
        return new IndexedFiles(root, classes(folder.isEmpty() ? "" : folder + "/", classes.folders()), whiteLevel);
    }

    /** Classes of a folder, in label order. */
    private record Classes(
            List<String> folders, ClassList list, Optional<Normalization> normalization, List<DatasetNote> notes) {}

    private Classes classesOf(String folder) throws IOException {
        List<String> found = classFolders(folder);
        Optional<FolderManifest> manifest = FolderManifest.in(root);
        if (manifest.isPresent()) {
            return new Classes(
                    manifest.get().ordered(found),
                    new ClassList(manifest.get().classNames()),
                    manifest.map(FolderManifest::normalization),
                    List.of());
        }
        return WordNetNames.areNumbers(found)
                ? numbered(folder, found)
                : new Classes(found, new ClassList(found), Optional.empty(), List.of());
    }

    private Classes numbered(String folder, List<String> numbers) throws IOException {
        Optional<WordNetNames> names = WordNetNames.near(root.resolve(folder));
        List<String> found = names.isPresent() ? names.get().of(numbers) : numbers;
        DatasetNote note = found.equals(numbers)
                ? DatasetNote.of(Kind.NAMES_ARE_NUMBERS)
                : DatasetNote.of(Kind.NAMES_FROM_FILE, names.orElseThrow().file());
        return new Classes(numbers, new ClassList(found, numbers), Optional.empty(), List.of(note));
    }

    /** Returns the files of each class. */
    public List<ClassFiles> classes(String prefix, List<String> folders) throws IOException {
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
            return listing.images(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> classFolders(String folder) throws IOException {
        List<String> names = listing.folders(folder);
        if (names.isEmpty()) {
            throw new DatasetException(Message.of("folder.noClasses", root.resolve(folder)));
        }
        if (names.size() == 1) {
            throw new DatasetException(Message.of("folder.oneClass", root.resolve(folder), names.get(0)));
        }
        return names;
    }

    /** Checks that both splits have the same class folders. */
    public void checkSameClasses(String first, List<String> classNames, String second, List<String> others)
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
        return new DatasetException(
                Message.of("folder.classesMissing", root.resolve(poorer), classes.size(), root.resolve(richer), some));
    }
}
