package org.dwastudio.teacher;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.SafeName;
import org.dwastudio.weights.WeightsException;

/**
 * The user's own teachers: a folder of safetensors files that say what they are. Safe from any thread.
 *
 * @param folder made when the first teacher is added
 */
public record TeacherLibrary(Path folder) {
    private static final String ENDING = ".safetensors";
    private static final String WASTEBASKET = "wastebasket";

    /**
     * A teacher of the library.
     *
     * @param name its file's name without the ending
     * @param file where it is
     * @param metadata what it says of itself
     * @param modified when its file was written
     */
    public record Entry(String name, Path file, TeacherMetadata metadata, Instant modified) {}

    /** All that can be read, by name; reads no tensors. Files that are no teachers are passed over. */
    public List<Entry> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(TeacherLibrary::isNamedLikeATeacher)
                    .forEach(file -> entry(file).ifPresent(entries::add));
        }
        entries.sort(Comparator.comparing((Entry entry) -> entry.name().toLowerCase(Locale.ROOT))
                .thenComparing(Entry::name));
        return List.copyOf(entries);
    }

    /** Where a new teacher of that name goes: a free place, the name made safe and, where needed, numbered. */
    public Path placeFor(String name) {
        return freePlace(folder, name);
    }

    /**
     * Copies a teacher's file into the library; returns its place.
     *
     * @throws WeightsException if it is no teacher
     * @throws IOException if it cannot be copied; nothing is left behind then
     */
    public Path add(Path teacher, String name) throws IOException {
        TeacherMetadata.read(teacher);
        Path place = claim(folder, name);
        try {
            AtomicFile.write(place, beside -> Files.copy(teacher, beside, StandardCopyOption.REPLACE_EXISTING));
            return place;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(place);
            throw e;
        }
    }

    /**
     * Gives a teacher another name; returns its new place.
     *
     * @throws IOException if it is not in the library or cannot be moved; it is still there then
     */
    public Path rename(Path teacher, String name) throws IOException {
        Path mine = checked(teacher);
        return mine.getFileName().toString().equals(safe(name) + ENDING) ? mine : moved(mine, folder, name);
    }

    /**
     * Moves a teacher into the folder {@code wastebasket} beside the library; returns where it is now.
     *
     * @throws IOException if it is not in the library or cannot be moved; it is still there then
     */
    public Path delete(Path teacher) throws IOException {
        Path mine = checked(teacher);
        return moved(mine, folder.toAbsolutePath().resolveSibling(WASTEBASKET), nameOf(mine));
    }

    private static Path moved(Path teacher, Path target, String name) throws IOException {
        Path place = claim(target, name);
        try {
            return Files.move(teacher, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(place);
            throw e;
        }
    }

    /** Takes a free place with an empty file, so that nobody else takes it: what comes there replaces it. */
    private static Path claim(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        while (true) {
            try {
                return Files.createFile(freePlace(folder, name));
            } catch (FileAlreadyExistsException e) {
                // Somebody else took it in this moment: the next number.
            }
        }
    }

    private static Path freePlace(Path folder, String name) {
        String safe = safe(name);
        Path place = folder.resolve(safe + ENDING);
        for (int number = 2; Files.exists(place); number++) {
            place = folder.resolve(safe + "-" + number + ENDING);
        }
        return place;
    }

    private static String safe(String name) {
        return SafeName.of(name, "teacher");
    }

    private Path checked(Path teacher) throws IOException {
        if (!teacher.toAbsolutePath()
                .normalize()
                .getParent()
                .equals(folder.toAbsolutePath().normalize())) {
            throw new IOException(teacher + ": this file is not in the library " + folder
                    + ". Please choose one of its teachers, or add the file first.");
        }
        if (!Files.isRegularFile(teacher)) {
            throw new IOException(teacher
                    + ": there is no such teacher. It may have been renamed or deleted; please list them again.");
        }
        return teacher;
    }

    private static Optional<Entry> entry(Path file) {
        try {
            return Optional.of(new Entry(
                    nameOf(file),
                    file,
                    TeacherMetadata.read(file),
                    Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException e) {
            // No teacher, or one that is just being written or deleted.
            return Optional.empty();
        }
    }

    private static boolean isNamedLikeATeacher(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }

    private static String nameOf(Path teacher) {
        String name = teacher.getFileName().toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
