package org.dwastudio.data.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dwastudio.data.ClassList;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.DatasetNote;
import org.dwastudio.data.DatasetNote.Kind;
import org.dwastudio.data.DatasetSource;
import org.dwastudio.data.ImageSource;
import org.dwastudio.data.folder.ClassFiles;
import org.dwastudio.data.folder.FolderListing;
import org.dwastudio.data.folder.IndexedFiles;
import org.dwastudio.data.folder.SplitName;
import org.dwastudio.data.select.SeededSplit;
import org.dwastudio.text.Message;

/**
 * Reader of images that are not sorted into class folders, with a table of their classes next to them. Classes are in
 * the order of their names; numbers are in the order of numbers. A column {@code split} is followed.
 */
public final class TableReader {
    private static final Message FORMAT = Message.of("format.table");

    private final Path root;
    private final LabelTable table;
    private final int whiteLevel;

    private TableReader(Path root, LabelTable table, int whiteLevel) {
        this.root = root;
        this.table = table;
        this.whiteLevel = whiteLevel;
    }

    /**
     * Finds the table of a folder whose images are not sorted.
     *
     * @param whiteLevel stored value that becomes white in images of more than 8 bits; 0 for the largest
     */
    public static Optional<TableReader> in(Path folder, int whiteLevel) throws IOException {
        List<Path> candidates;
        try (Stream<Path> children = Files.list(folder)) {
            candidates = children.filter(
                            child -> LabelTable.mayBe(child.getFileName().toString()))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing((Path child) -> isOfTraining(child) ? 0 : 1)
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
        for (Path candidate : candidates) {
            Optional<LabelTable> table = LabelTable.read(candidate);
            if (table.isPresent()) {
                return Optional.of(new TableReader(folder, table.get(), whiteLevel));
            }
        }
        return Optional.empty();
    }

    private static boolean isOfTraining(Path file) {
        String name = file.getFileName().toString();
        return SplitName.of(name).equals(Optional.of(SplitName.TRAIN)) || name.startsWith("metadata");
    }

    /**
     * Reads the dataset.
     *
     * @param drawn selection of the test images if the table has no splits
     * @throws DatasetException if no row has an image
     */
    public DatasetSource read(String name, SeededSplit drawn) throws IOException {
        FolderListing listing = new FolderListing(root);
        ClassFiles images = listing.images("");
        Map<String, Integer> places = places(images);
        Map<String, List<String>> files = new TreeMap<>(TableReader::compare);
        List<String> missing = new ArrayList<>();
        Map<String, SplitName> splits = new HashMap<>();
        Map<String, Integer> used = new LinkedHashMap<>();
        for (LabelTable.Row row : table.rows()) {
            int place = row.label().isEmpty() ? -1 : place(places, row.image());
            if (place < 0) {
                missing.add(row.image());
            } else if (used.putIfAbsent(images.name(place), place) == null) {
                files.computeIfAbsent(row.label(), label -> new ArrayList<>()).add(images.name(place));
                SplitName.of(row.split()).ifPresent(split -> splits.put(images.name(place), split));
            }
        }
        if (files.size() < 2) {
            throw new DatasetException(Message.of("table.classes", table.file(), files.size(), root));
        }
        IndexedFiles all = indexed(images, files, used);
        List<DatasetNote> notes = notes(images.count() - used.size(), missing);
        return source(name, all, new ClassList(List.copyOf(files.keySet())), splits, drawn)
                .withNotes(notes)
                .withNotes(listing.notes());
    }

    private IndexedFiles indexed(ClassFiles images, Map<String, List<String>> files, Map<String, Integer> places) {
        return new IndexedFiles(
                root,
                files.values().stream()
                        .map(names -> new ClassFiles(
                                "",
                                names.stream()
                                        .map(file ->
                                                ClassFiles.Found.of(file, images.size(places.getOrDefault(file, 0))))
                                        .toList()))
                        .toList(),
                whiteLevel);
    }

    private static DatasetSource source(
            String name, IndexedFiles all, ClassList classes, Map<String, SplitName> splits, SeededSplit drawn) {
        ImageSource test = only(all, splits, SplitName.TEST);
        ImageSource validation = only(all, splits, SplitName.VALIDATION);
        ImageSource train = only(all, splits, SplitName.TRAIN);
        boolean given = train.count() > 0 && test.count() + validation.count() > 0;
        if (!given) {
            return new DatasetSource(
                    name,
                    FORMAT,
                    classes.names(),
                    drawn.train(all, classes.names()),
                    drawn.test(all, classes.names()),
                    true);
        }
        DatasetSource two =
                new DatasetSource(name, FORMAT, classes.names(), train, test.count() > 0 ? test : validation, false);
        return test.count() > 0 && validation.count() > 0
                ? two.withImages(train, test, Optional.of(validation))
                        .withNote(DatasetNote.of(Kind.THREE_SPLITS, "train", "validation", "test"))
                : two;
    }

    private static ImageSource only(IndexedFiles all, Map<String, SplitName> splits, SplitName split) {
        int[] chosen = IntStream.range(0, all.count())
                .filter(image -> split == splits.get(all.key(image)))
                .toArray();
        return all.select(chosen, Arrays.stream(chosen).map(all::label).toArray());
    }

    private List<DatasetNote> notes(int unnamed, List<String> missing) {
        List<DatasetNote> notes = new ArrayList<>();
        notes.add(DatasetNote.of(Kind.LABELS_FROM_TABLE, table.file()));
        if (!missing.isEmpty()) {
            notes.add(DatasetNote.of(
                    Kind.ROWS_LEFT_OUT, table.file().getFileName(), missing.size(), DatasetNote.examples(missing)));
        }
        if (unnamed > 0) {
            notes.add(DatasetNote.of(Kind.IMAGES_WITHOUT_ROW, table.file().getFileName(), unnamed));
        }
        return notes;
    }

    /** Returns the place of each image by its path, its name, and both without their endings, if these are unique. */
    private static Map<String, Integer> places(ClassFiles images) {
        Map<String, Integer> places = new HashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        for (int i = 0; i < images.count(); i++) {
            String path = images.name(i);
            for (String key : Stream.of(path, last(path), key(path), key(last(path)))
                    .distinct()
                    .toList()) {
                places.put(key, i);
                uses.merge(key, 1, Integer::sum);
            }
        }
        places.keySet().removeIf(key -> uses.getOrDefault(key, 0) > 1);
        return places;
    }

    /** Returns the place of an image by the name in a table; -1 if there is none. */
    private static int place(Map<String, Integer> places, String image) {
        return Stream.of(image, key(image), last(image), key(last(image)))
                .filter(places::containsKey)
                .map(name -> places.getOrDefault(name, -1))
                .findFirst()
                .orElse(-1);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns a file name without its ending, if that is one of an image. */
    private static String key(String file) {
        return file.replaceFirst("(?i)\\.(jpe?g|jfif|png|gif|bmp|tiff?|webp)$", "");
    }

    /** Compares numbers as numbers, everything else as text. */
    private static int compare(String one, String other) {
        boolean numbers = one.matches("\\d{1,9}") && other.matches("\\d{1,9}");
        return numbers ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other)) : one.compareTo(other);
    }
}
