package org.dwastudio.stage.evaluation;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.stage.evaluation.result.StudentResult;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;
import org.jspecify.annotations.Nullable;

/** Result file of a student: JSON with a checksum that detects truncated or modified files. */
record StudentResultFile(Path path) {
    private static final String CHECKSUM = "checksum";
    private static final Gson GSON = new Gson();

    void write(StudentResult result) throws IOException {
        JsonObject json = GSON.toJsonTree(result).getAsJsonObject();
        json.addProperty(CHECKSUM, checksum(json));
        AtomicFile.write(path, GSON.toJson(json));
    }

    /**
     * Reads the result. A file without a checksum, written by an older version of this program, is accepted.
     *
     * @throws IOException when the file cannot be read or is broken
     */
    StudentResult read() throws IOException {
        // Not Files.readString: it would fail on a malformed byte with an error message of its own.
        String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            Optional<JsonElement> written = Optional.ofNullable(json.remove(CHECKSUM));
            if (written.isPresent() && !written.get().getAsString().equals(checksum(json))) {
                throw broken(null);
            }
            StudentResult result = GSON.fromJson(json, StudentResult.class);
            if (result.task() == null || result.confusion() == null) {
                throw broken(null);
            }
            return result;
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            throw broken(e);
        }
    }

    private static String checksum(JsonObject json) {
        CRC32C sum = new CRC32C();
        sum.update(GSON.toJson(json).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private IOException broken(@Nullable RuntimeException cause) {
        return new DescribedIOException(Message.of("student.result", path), cause);
    }
}
