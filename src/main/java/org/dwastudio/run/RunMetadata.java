package org.dwastudio.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dwastudio.file.AtomicFile;

/**
 * Dependencies of a run apart from its experiment, to detect differences when the run is repeated.
 *
 * @param programVersion version of this program
 * @param engineVersion version of the tensor engine
 * @param device device that computed, for example {@code CPU · 2 threads}
 * @param datasetFingerprint fingerprint of the training images
 * @param teacherFingerprint fingerprint of the teacher's weights
 * @param started start time of the run
 */
public record RunMetadata(
        String programVersion,
        String engineVersion,
        String device,
        String datasetFingerprint,
        String teacherFingerprint,
        Instant started) {
    /** Format version of run folders; a newer one may hold content that this program would destroy. */
    static final int FORMAT = 1;

    private static final String FORMAT_KEY = "format";
    private static final Pattern LINE = Pattern.compile("(\\w+): \"(.*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(x(\\p{XDigit}{2})|.)");

    /** Writes a YAML file of one block. */
    public void write(Path file) throws IOException {
        AtomicFile.write(
                file,
                line(FORMAT_KEY, Integer.toString(FORMAT))
                        + line("programVersion", programVersion)
                        + line("engineVersion", engineVersion)
                        + line("device", device)
                        + line("datasetFingerprint", datasetFingerprint)
                        + line("teacherFingerprint", teacherFingerprint)
                        + line("started", started.toString()));
    }

    /**
     * Rejects a run folder of a newer format. A folder without a format or without this file has the first format.
     *
     * @throws RunFolderException if only a newer version of this program knows the format, with a message for the user
     */
    static void requireKnownFormat(RunDirectory directory) throws IOException {
        Map<String, String> values = values(directory);
        String format = values.getOrDefault(FORMAT_KEY, "0");
        if (!format.matches("\\d{1,9}")) {
            throw new RunFolderException(
                    directory.folder(),
                    "run.yaml: '" + format
                            + "' is no format of a run folder. Please take the folder as the run left it");
        }
        if (Integer.parseInt(format) > FORMAT) {
            throw new RunFolderException(
                    directory.folder(),
                    "was written by a newer version of this program ("
                            + values.getOrDefault("programVersion", "unknown")
                            + "; its format is " + format + ", this version knows up to " + FORMAT
                            + "). Please open it with that version.");
        }
    }

    /**
     * Reads the result of {@link #write}.
     *
     * @throws RunFolderException if the file is missing or incomplete, with a message for the user
     */
    public static RunMetadata read(RunDirectory directory) throws IOException {
        Map<String, String> values = values(directory);
        for (String key : List.of(
                "programVersion", "engineVersion", "device", "datasetFingerprint", "teacherFingerprint", "started")) {
            if (!values.containsKey(key)) {
                throw new RunFolderException(
                        directory.folder(),
                        "run.yaml does not say '" + key + "'. Please take the folder as the run left it");
            }
        }
        try {
            return new RunMetadata(
                    values.get("programVersion"),
                    values.get("engineVersion"),
                    values.get("device"),
                    values.get("datasetFingerprint"),
                    values.get("teacherFingerprint"),
                    Instant.parse(values.get("started")));
        } catch (DateTimeParseException e) {
            throw new RunFolderException(
                    directory.folder(),
                    "run.yaml: '" + values.get("started") + "' is no time. Please take the folder as the run left it");
        }
    }

    private static Map<String, String> values(RunDirectory directory) throws IOException {
        Map<String, String> values = new HashMap<>();
        if (Files.isRegularFile(directory.facts())) {
            for (String line : Files.readAllLines(directory.facts())) {
                Matcher entry = LINE.matcher(line);
                if (entry.matches()) {
                    values.put(entry.group(1), unescaped(entry.group(2)));
                }
            }
        }
        return values;
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(2) == null
                                ? escape.group(1)
                                : Character.toString(Integer.parseInt(escape.group(2), 16))));
    }

    private static String line(String key, String value) {
        StringBuilder line = new StringBuilder(key).append(": \"");
        value.codePoints().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                line.append('\\').appendCodePoint(letter);
            } else if (Character.isISOControl(letter)) {
                line.append(String.format("\\x%02x", letter));
            } else {
                line.appendCodePoint(letter);
            }
        });
        return line.append("\"\n").toString();
    }
}
