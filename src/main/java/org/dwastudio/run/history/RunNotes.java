package org.dwastudio.run.history;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/**
 * User's notes about a run, in a separate file of the run folder: the experiment stays as the run left it.
 *
 * @param name name that the user gave the run; empty for the name of its experiment
 * @param tags short words, in the user's order, each once
 * @param note free text
 */
public record RunNotes(String name, List<String> tags, String note) {
    public static final RunNotes NONE = new RunNotes("", List.of(), "");

    static final String FILE = "notes.json";
    private static final long MOST_BYTES = 1 << 20;

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    public RunNotes {
        name = Objects.requireNonNullElse(name, "");
        tags = List.copyOf(tags);
    }

    /** Parses a name, tags and a note as entered; tags are separated by commas. Surrounding spaces are removed. */
    public static RunNotes typed(String name, String tags, String note) {
        List<String> words = Arrays.stream(tags.split("[,、]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        return new RunNotes(name.strip(), words, note.strip());
    }

    /** Returns the tags in the form that {@link #typed} parses. */
    public String tagLine() {
        return String.join(", ", tags);
    }

    /**
     * Reads the notes of a run folder; returns empty notes if there are none.
     *
     * @throws IOException if the file cannot be read or is broken, with a message for the user
     */
    public static RunNotes read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try {
            return Optional.ofNullable(GSON.fromJson(BoundedFile.readText(file, MOST_BYTES), RunNotes.class))
                    .filter(notes -> notes.note() != null)
                    .orElseThrow(() -> broken(file));
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Gson wraps what a constructor throws, for example of a tag that is null.
            throw broken(file);
        }
    }

    /** Writes the notes, replacing earlier ones. */
    void write(Path folder) throws IOException {
        AtomicFile.write(folder.resolve(FILE), GSON.toJson(this) + "\n");
    }

    private static IOException broken(Path file) {
        return new DescribedIOException(Message.of("run.notes", file));
    }
}
