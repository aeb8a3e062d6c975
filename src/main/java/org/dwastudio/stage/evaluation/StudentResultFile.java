package org.dwastudio.stage.evaluation;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.dwastudio.config.HeldOut.ScoredOn;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;
import org.jspecify.annotations.Nullable;

/** Result file of a student: JSON with a checksum that detects truncated or modified files. */
record StudentResultFile(Path path) {
    private static final String CHECKSUM = "checksum";
    private static final String SCORED_ON = "scoredOn";
    /** Enough for the confusion of several thousand classes. */
    private static final long MOST_BYTES = 256L << 20;

    private static final Gson GSON = new Gson();

    void write(StudentResult result) throws IOException {
        JsonObject json = GSON.toJsonTree(result).getAsJsonObject();
        json.addProperty(CHECKSUM, checksum(json));
        AtomicFile.write(path, GSON.toJson(json));
    }

    /**
     * Reads the result. A file of an older version may lack the checksum, and the images that the student was measured
     * on: those are then the test split.
     *
     * @throws IOException when the file cannot be read or is broken
     */
    StudentResult read() throws IOException {
        try {
            String text = BoundedFile.readText(path, MOST_BYTES);
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            Optional<JsonElement> written = Optional.ofNullable(json.remove(CHECKSUM));
            if (written.isPresent() && !written.get().getAsString().equals(checksum(json))) {
                throw broken(null);
            }
            if (!json.has(SCORED_ON)) {
                json.addProperty(SCORED_ON, ScoredOn.TEST.name());
            }
            StudentResult result = GSON.fromJson(json, StudentResult.class);
            if (!isComplete(result)) {
                throw broken(null);
            }
            return result;
        } catch (FileSystemException
                | JsonParseException
                | IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException e) {
            throw broken(e);
        }
    }

    /** Gson leaves missing values null. */
    private static boolean isComplete(StudentResult result) {
        return result.task() != null
                && result.task().set() != null
                && result.task().labels() != null
                && result.confusion() != null
                && result.scoredOn() != null
                && Arrays.stream(result.confusion())
                        .allMatch(row -> row != null && row.length == result.confusion().length);
    }

    private static String checksum(JsonObject json) {
        CRC32C sum = new CRC32C();
        sum.update(GSON.toJson(json).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private IOException broken(@Nullable Exception cause) {
        return new DescribedIOException(Message.of("student.result", path), cause);
    }
}
