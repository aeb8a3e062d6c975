package org.dwastudio.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.folder.ClassFiles;
import org.dwastudio.data.folder.FolderListing;
import org.dwastudio.data.folder.ImageFolderReader;
import org.dwastudio.data.folder.IndexedFiles;
import org.dwastudio.data.folder.WordNetNames;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.Message;

/**
 * Reader of Tiny-ImageNet-200 as published: training images below {@code train/WNID}, validation images in
 * {@code val/images} with their classes in {@code val/val_annotations.txt}. Labels follow the order of the WordNet
 * numbers, as in torchvision's {@code ImageFolder}; names come from {@code words.txt}.
 */
final class TinyImageNetReader {
    private static final Message FORMAT = Message.of("format.tinyImageNet");
    private static final String IMAGES = "val/images";
    /** The published annotations have half a million bytes. */
    private static final long MOST_BYTES = 64L << 20;

    private final Path root;
    private final ImageFolderReader folders;

    TinyImageNetReader(Path root) {
        this.root = root;
        this.folders = new ImageFolderReader(root, 0);
    }

    /**
     * Reads the dataset.
     *
     * @throws DatasetException if a class, a file or a line is missing or invalid
     */
    DatasetSource read(String name) throws IOException {
        List<String> classes = classes();
        FolderListing listing = new FolderListing(root);
        if (!Files.isDirectory(root.resolve("train"))) {
            throw new DatasetException(Message.of("tiny.train", root.resolve("train")));
        }
        folders.checkSameClasses("wnids.txt", classes, "train", listing.folders("train"));
        return new DatasetSource(
                name,
                FORMAT,
                new WordNetNames(root.resolve("words.txt")).of(classes),
                new IndexedFiles(root, folders.classes("train/", classes), 0),
                validation(classes, listing),
                false);
    }

    private List<String> classes() throws IOException {
        Path file = root.resolve("wnids.txt");
        List<String> classes = BoundedFile.readText(file, MOST_BYTES)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .sorted()
                .distinct()
                .toList();
        if (classes.size() < 2) {
            throw new DatasetException(Message.of("tiny.classes", file, classes.size()));
        }
        return classes;
    }

    /** Returns the validation images, arranged as published or in class folders as many programs require. */
    private ImageSource validation(List<String> classes, FolderListing listing) throws IOException {
        Path annotations = root.resolve("val/val_annotations.txt");
        if (Files.isRegularFile(annotations)) {
            return new IndexedFiles(root, annotated(annotations, classes, listing), 0);
        }
        boolean sorted = Files.isDirectory(root.resolve("val"))
                && listing.folders("val").stream().anyMatch(classes::contains);
        if (!sorted) {
            throw new DatasetException(Message.of("tiny.annotations", annotations));
        }
        List<String> found = listing.folders("val").stream()
                .filter(folder -> !folder.equals("images"))
                .toList();
        folders.checkSameClasses("train", classes, "val", found);
        return new IndexedFiles(root, folders.classes("val/", classes), 0);
    }

    private List<ClassFiles> annotated(Path annotations, List<String> classes, FolderListing listing)
            throws IOException {
        Map<String, Long> sizes = sizes(annotations, listing);
        Map<String, List<ClassFiles.Found>> files = new LinkedHashMap<>();
        classes.forEach(wnid -> files.put(wnid, new ArrayList<>()));
        int number = 0;
        for (String line : BoundedFile.readText(annotations, MOST_BYTES).lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] words = line.split("\t", -1);
            if (words.length < 2) {
                throw problem(annotations, number, Message.of("tiny.tab", line));
            }
            List<ClassFiles.Found> ofClass = files.get(words[1].strip());
            if (ofClass == null) {
                throw problem(annotations, number, Message.of("tiny.noClass", words[1].strip()));
            }
            Long bytes = sizes.remove(words[0]);
            if (bytes == null) {
                throw problem(annotations, number, Message.of("tiny.noFile", IMAGES, words[0]));
            }
            ofClass.add(ClassFiles.Found.of(words[0], bytes));
        }
        if (!sizes.isEmpty()) {
            throw new DatasetException(Message.of(
                    "tiny.line",
                    annotations,
                    IMAGES,
                    sizes.keySet().stream().sorted().findFirst().orElseThrow()));
        }
        return files.values().stream()
                .map(found -> new ClassFiles(IMAGES, found))
                .toList();
    }

    private Map<String, Long> sizes(Path annotations, FolderListing listing) throws IOException {
        if (!Files.isDirectory(root.resolve(IMAGES))) {
            throw new DatasetException(Message.of("tiny.images", root.resolve(IMAGES), annotations.getFileName()));
        }
        ClassFiles images = listing.images(IMAGES);
        Map<String, Long> sizes = new HashMap<>();
        for (int i = 0; i < images.count(); i++) {
            sizes.put(images.name(i), images.size(i));
        }
        return sizes;
    }

    private static DatasetException problem(Path file, int line, Message what) {
        return new DatasetException(Message.of("tiny.broken", file, line, what));
    }
}
