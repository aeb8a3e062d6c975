package org.dwastudio.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.SafeName;

/**
 * The user's own teachers: a folder of safetensors files that say what they are. Safe from any thread.
 *
 * @param folder made when the first teacher is added
 */
public record TeacherLibrary(Path folder) {
    private static final String ENDING = ".safetensors";

    /**
     * A teacher of the library.
     *
     * @param name its file's name without the ending
     * @param file where it is
     * @param metadata what it says of itself
     * @param modified when its file was written
     */
    public record Entry(String name, Path file, TeacherMetadata metadata, Instant modified) {}

    /** All that can be read, by name; reads no tensors. */
    public List<Entry> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(ENDING))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                entries.add(new Entry(
                        nameOf(file),
                        file,
                        TeacherMetadata.of(TensorFile.read(file)),
                        Files.getLastModifiedTime(file).toInstant()));
            }
        }
        return entries;
    }

    /** Where a new teacher of that name goes: a free place, the name made safe and, where needed, numbered. */
    public Path placeFor(String name) {
        return freePlace(folder, name);
    }

    /** Copies a teacher's file into the library; returns its place. */
    public Path add(Path teacher, String name) throws IOException {
        Path place = placeFor(name);
        Files.createDirectories(folder);
        AtomicFile.write(place, beside -> Files.copy(teacher, beside, StandardCopyOption.REPLACE_EXISTING));
        return place;
    }

    /** Gives a teacher another name; returns its new place. */
    public Path rename(Path teacher, String name) throws IOException {
        return Files.move(teacher, placeFor(name));
    }

    /** Moves a teacher into the folder {@code wastebasket} beside the library; returns where it is now. */
    public Path delete(Path teacher) throws IOException {
        Path wastebasket = folder.resolveSibling("wastebasket");
        Files.createDirectories(wastebasket);
        return Files.move(teacher, freePlace(wastebasket, nameOf(teacher)));
    }

    private static Path freePlace(Path parent, String name) {
        String safe = SafeName.of(name, "teacher");
        Path place = parent.resolve(safe + ENDING);
        for (int again = 2; Files.exists(place); again++) {
            place = parent.resolve(safe + "-" + again + ENDING);
        }
        return place;
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
