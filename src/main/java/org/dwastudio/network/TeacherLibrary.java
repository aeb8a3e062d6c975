package org.dwastudio.network;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The user's own teachers: a folder of safetensors files that say what they are. Safe from any thread.
 *
 * @param folder made when the first teacher is added
 */
public record TeacherLibrary(Path folder) {

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
        throw new UnsupportedOperationException();
    }

    /** Where a new teacher of that name goes: a free place, the name made safe and, where needed, numbered. */
    public Path placeFor(String name) {
        throw new UnsupportedOperationException();
    }

    /** Copies a teacher's file into the library; returns its place. */
    public Path add(Path teacher, String name) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Gives a teacher another name; returns its new place. */
    public Path rename(Path teacher, String name) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Moves a teacher into the folder {@code wastebasket} beside the library; returns where it is now. */
    public Path delete(Path teacher) throws IOException {
        throw new UnsupportedOperationException();
    }
}
