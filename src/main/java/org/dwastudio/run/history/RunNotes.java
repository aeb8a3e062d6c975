package org.dwastudio.run.history;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dwastudio.file.AtomicFile;

/**
 * What the user wrote about a run, in a file of its own in the run folder: the experiment stays as the run left it.
 *
 * @param tags short words, in the user's order, none twice
 * @param note free text
 */
public record RunNotes(List<String> tags, String note) {
    public static final RunNotes NONE = new RunNotes(List.of(), "");

    static final String FILE = "notes.json";

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    public RunNotes {
        tags = List.copyOf(tags);
    }

    /** Tags as they are typed: separated by commas, blanks around them left out. */
    public static RunNotes typed(String tags, String note) {
        List<String> words = Arrays.stream(tags.split("[,、]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        return new RunNotes(words, note.strip());
    }

    /** The tags as {@link #typed} reads them. */
    public String tagLine() {
        return String.join(", ", tags);
    }

    /**
     * Those of a run folder; none when there are none.
     *
     * @throws IOException when the file cannot be read or is broken, in words
     */
    static RunNotes read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try {
            return Optional.ofNullable(GSON.fromJson(Files.readString(file), RunNotes.class))
                    .filter(notes -> notes.note() != null)
                    .orElseThrow(() -> broken(file));
        } catch (JsonParseException | NullPointerException e) {
            throw broken(file);
        }
    }

    /** Writes them, replacing what was there. */
    void write(Path folder) throws IOException {
        AtomicFile.write(folder.resolve(FILE), GSON.toJson(this) + "\n");
    }

    private static IOException broken(Path file) {
        return new IOException(
                file + ": holds no notes that can be read. Please delete the file, and write them anew.");
    }
}
