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
import java.util.stream.Stream;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.SafeName;
import org.dwastudio.file.Trash;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.weights.WeightsException;

/**
 * The user's own teachers: a folder of safetensors files with metadata. Thread-safe.
 *
 * @param folder folder that is created when the first teacher is added
 * @param trash takes deleted teachers
 */
public record TeacherLibrary(Path folder, Trash trash) {
    private static final String ENDING = ".safetensors";

    /**
     * Teacher of the library.
     *
     * @param name file name without the extension
     * @param file path of the file
     * @param metadata metadata of the file
     * @param modified modification time of the file
     */
    public record Entry(String name, Path file, TeacherMetadata metadata, Instant modified) {}

    /** Returns the library of another folder with the same trash. */
    public TeacherLibrary at(Path other) {
        return new TeacherLibrary(other, trash);
    }

    /**
     * File of the library that should be a teacher and cannot be read.
     *
     * @param file path of the file
     * @param problem sentence that states the problem
     */
    public record Broken(Path file, Message problem) {}

    /**
     * Content of the library.
     *
     * @param teachers readable teachers by name
     * @param broken files that should be teachers and cannot be read, by file name
     */
    public record Content(List<Entry> teachers, List<Broken> broken) {
        public Content {
            teachers = List.copyOf(teachers);
            broken = List.copyOf(broken);
        }
    }

    /** Reads all files of the library, without reading tensors. Files that are not teachers are skipped. */
    public Content read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        for (Path file : files()) {
            try {
                entries.add(entry(file));
            } catch (WeightsException e) {
                if (!isMissingOrEmpty(file)) {
                    broken.add(new Broken(file, FailureCause.describe(e)));
                }
            } catch (IOException e) {
                // It is being written or deleted.
            }
        }
        entries.sort(Comparator.comparing((Entry entry) -> entry.name().toLowerCase(Locale.ROOT))
                .thenComparing(Entry::name));
        return new Content(entries, broken);
    }

    /** Returns all readable teachers by name. */
    public List<Entry> list() throws IOException {
        return read().teachers();
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(TeacherLibrary::hasTeacherExtension).sorted().toList();
        }
    }

    /** An empty file is the place of a teacher that is being added. */
    private static boolean isMissingOrEmpty(Path file) throws IOException {
        return !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0);
    }

    /**
     * Returns an unused path for a new teacher of that name; the name is made safe for files and, where needed,
     * numbered.
     */
    public Path placeFor(String name) {
        return freePlace(folder, name);
    }

    /**
     * Copies a teacher's file into the library; returns its new path.
     *
     * @throws WeightsException if it is not a teacher
     * @throws IOException if it cannot be copied; nothing is left behind then
     */
    public Path add(Path teacher, String name) throws IOException {
        TeacherMetadata.read(teacher);
        Path place = claim(folder, name);
        try {
            AtomicFile.write(place, partial -> Files.copy(teacher, partial, StandardCopyOption.REPLACE_EXISTING));
            return place;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(place);
            throw e;
        }
    }

    /**
     * Renames a teacher; returns its new path.
     *
     * @throws IOException if it is not in the library or cannot be moved; it is still there then
     */
    public Path rename(Path teacher, String name) throws IOException {
        Path mine = checked(teacher);
        return mine.getFileName().toString().equals(safe(name) + ENDING) ? mine : moved(mine, name);
    }

    /**
     * Moves a teacher into the trash.
     *
     * @throws IOException if it is not in the library or cannot be moved; it is still there then
     */
    public void delete(Path teacher) throws IOException {
        trash.take(checked(teacher));
    }

    private Path moved(Path teacher, String name) throws IOException {
        Path place = claim(folder, name);
        try {
            return Files.move(teacher, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(place);
            throw e;
        }
    }

    /** Reserves an unused path with an empty file, which the teacher then replaces. */
    private static Path claim(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        while (true) {
            try {
                return Files.createFile(freePlace(folder, name));
            } catch (FileAlreadyExistsException e) {
                // Another process took it just now: try the next number.
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
        if (!folder.toAbsolutePath()
                .normalize()
                .equals(teacher.toAbsolutePath().normalize().getParent())) {
            throw new DescribedIOException(Message.of("teacher.notInLibrary", teacher, folder));
        }
        if (!Files.isRegularFile(teacher)) {
            throw new DescribedIOException(Message.of("teacher.gone", teacher));
        }
        return teacher;
    }

    private static Entry entry(Path file) throws IOException {
        return new Entry(
                nameOf(file),
                file,
                TeacherMetadata.read(file),
                Files.getLastModifiedTime(file).toInstant());
    }

    private static boolean hasTeacherExtension(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }

    private static String nameOf(Path teacher) {
        String name = teacher.getFileName().toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
