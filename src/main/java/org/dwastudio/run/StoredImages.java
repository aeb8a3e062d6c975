package org.dwastudio.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dwastudio.config.ConfigException;
import org.dwastudio.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Images in a run folder.
 *
 * @param classes classes with a folder, in label order
 */
public record StoredImages(List<StoredClass> classes) {
    public static final String SEPARATOR = "_";
    static final String EXTENSION = ".png";

    /** Bounds the memory that a folder with wrong names can take. */
    private static final int LARGEST = 99_999;

    private static final Pattern CLASS_FOLDER = Pattern.compile("(\\d{1,9})" + SEPARATOR + "(.+)");
    private static final Pattern IMAGE = Pattern.compile("(\\d{1,9})\\" + EXTENSION);

    /**
     * Images of one class.
     *
     * @param label class, from 0
     * @param name folder name of the class without its number
     * @param files files by column
     */
    public record StoredClass(int label, String name, SortedMap<Integer, Path> files) {}

    public StoredImages {
        classes = List.copyOf(classes);
    }

    /**
     * Lists the images of a run; a run without images has no classes.
     *
     * @throws IOException if the folder cannot be read, or a class or column number is too large
     */
    public static StoredImages in(RunDirectory directory) throws IOException {
        if (!Files.isDirectory(directory.images())) {
            return new StoredImages(List.of());
        }
        List<StoredClass> classes = new ArrayList<>();
        for (Path folder : children(directory.images())) {
            Matcher name = CLASS_FOLDER.matcher(folder.getFileName().toString());
            if (name.matches() && Files.isDirectory(folder)) {
                classes.add(new StoredClass(number(name, folder), name.group(2), filesByColumn(folder)));
            }
        }
        classes.sort(Comparator.comparingInt(StoredClass::label));
        return new StoredImages(classes);
    }

    /**
     * Returns the file of one image; empty if it is not stored.
     *
     * @throws IOException if the folder cannot be read
     */
    public static Optional<Path> file(RunDirectory directory, int label, int column) throws IOException {
        if (!Files.isDirectory(directory.images())) {
            return Optional.empty();
        }
        for (Path folder : children(directory.images())) {
            Matcher name = CLASS_FOLDER.matcher(folder.getFileName().toString());
            if (name.matches() && Integer.parseInt(name.group(1)) == label && Files.isDirectory(folder)) {
                return Optional.ofNullable(filesByColumn(folder).get(column));
            }
        }
        return Optional.empty();
    }

    /** Returns the number of images of all classes. */
    public int count() {
        return classes.stream().mapToInt(stored -> stored.files().size()).sum();
    }

    /** Returns the number of columns up to the last that any class has an image of. */
    public int columns() {
        return classes.stream()
                .filter(stored -> !stored.files().isEmpty())
                .mapToInt(stored -> stored.files().lastKey() + 1)
                .max()
                .orElse(0);
    }

    /**
     * Returns the class names as the dataset has them, which the images hold as text, in label order.
     *
     * @return empty if a class is missing or an image does not name its class
     * @throws IOException if an image cannot be read
     */
    public List<String> classNames() throws IOException {
        List<String> names = new ArrayList<>();
        for (StoredClass stored : classes) {
            Optional<ImageOrigin.Place> place = stored.files().isEmpty()
                    ? Optional.empty()
                    : place(stored.files().get(stored.files().firstKey()));
            if (stored.label() != names.size() || place.isEmpty() || place.get().label() != stored.label()) {
                return List.of();
            }
            names.add(place.get().className());
        }
        return List.copyOf(names);
    }

    private static Optional<ImageOrigin.Place> place(@Nullable Path image) throws IOException {
        try {
            return image == null ? Optional.empty() : ImageOrigin.read(image).flatMap(ImageOrigin::place);
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    private static SortedMap<Integer, Path> filesByColumn(Path folder) throws IOException {
        SortedMap<Integer, Path> byColumn = new TreeMap<>();
        for (Path file : children(folder)) {
            Matcher name = IMAGE.matcher(file.getFileName().toString());
            if (name.matches()) {
                byColumn.put(number(name, file), file);
            }
        }
        return byColumn;
    }

    private static int number(Matcher name, Path file) throws RunFolderException {
        int number = Integer.parseInt(name.group(1));
        if (number > LARGEST) {
            throw new RunFolderException(file, Message.of("run.numbers", LARGEST));
        }
        return number;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }
}
