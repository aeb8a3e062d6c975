package org.dwastudio.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dependencies of a run apart from its experiment, to detect differences when the run is repeated.
 *
 * @param programVersion version of this program
 * @param engineVersion version of the tensor engine
 * @param device device that computed, for example {@code CPU · 2 threads}
 * @param datasetFingerprint fingerprint of the training images
 * @param teacherFingerprint fingerprint of the teacher's weights
 * @param started start time of the run
 * @param datasetNotes sentences on what of the dataset is used for what, and what is left out
 */
public record RunMetadata(
        String programVersion,
        String engineVersion,
        String device,
        String datasetFingerprint,
        String teacherFingerprint,
        Instant started,
        List<String> datasetNotes) {
    /** Format version of run folders; a newer one may hold content that this program would destroy. */
    static final int FORMAT = 1;

    private static final long MOST_BYTES = 1 << 20;
    private static final String FORMAT_KEY = "format";
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();
    private static final Logger LOG = LoggerFactory.getLogger(RunMetadata.class);

    public RunMetadata {
        datasetNotes = List.copyOf(datasetNotes);
    }

    /** Creates the metadata of a run whose dataset needs no notes. */
    public RunMetadata(
            String programVersion,
            String engineVersion,
            String device,
            String datasetFingerprint,
            String teacherFingerprint,
            Instant started) {
        this(programVersion, engineVersion, device, datasetFingerprint, teacherFingerprint, started, List.of());
    }

    /** Writes a YAML file of one block. */
    public void write(Path file) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator yaml = YAML.createGenerator(text)) {
            yaml.writeStartObject();
            yaml.writeStringField(FORMAT_KEY, Integer.toString(FORMAT));
            yaml.writeStringField("programVersion", programVersion);
            yaml.writeStringField("engineVersion", engineVersion);
            yaml.writeStringField("device", device);
            yaml.writeStringField("datasetFingerprint", datasetFingerprint);
            yaml.writeStringField("teacherFingerprint", teacherFingerprint);
            yaml.writeStringField("started", started.toString());
            if (!datasetNotes.isEmpty()) {
                yaml.writeArrayFieldStart("datasetNotes");
                for (String note : datasetNotes) {
                    yaml.writeString(note);
                }
                yaml.writeEndArray();
            }
            yaml.writeEndObject();
        }
        AtomicFile.write(file, text.toString());
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
            throw new RunFolderException(directory.folder(), Message.of("run.badFormat", format));
        }
        if (Integer.parseInt(format) > FORMAT) {
            throw new RunFolderException(
                    directory.folder(),
                    Message.of("run.newer", values.getOrDefault("programVersion", "unknown"), format, FORMAT));
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
                throw new RunFolderException(directory.folder(), Message.of("run.lacksFact", key));
            }
        }
        String started = Objects.requireNonNull(values.get("started"));
        try {
            return new RunMetadata(
                    Objects.requireNonNull(values.get("programVersion")),
                    Objects.requireNonNull(values.get("engineVersion")),
                    Objects.requireNonNull(values.get("device")),
                    Objects.requireNonNull(values.get("datasetFingerprint")),
                    Objects.requireNonNull(values.get("teacherFingerprint")),
                    Instant.parse(started));
        } catch (DateTimeParseException e) {
            throw new RunFolderException(directory.folder(), Message.of("run.badTime", started));
        }
    }

    /** Returns true if the file of a run folder is a result of {@link #write}. */
    static boolean isReadable(RunDirectory directory) throws IOException {
        try {
            read(directory);
            return true;
        } catch (RunFolderException e) {
            return false;
        }
    }

    private static Map<String, String> values(RunDirectory directory) throws IOException {
        Map<String, String> values = new HashMap<>();
        if (Files.isRegularFile(directory.metadata())) {
            try (JsonParser parser = YAML.createParser(BoundedFile.readText(directory.metadata(), MOST_BYTES))) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token.isScalarValue() && parser.currentName() != null) {
                        values.putIfAbsent(parser.currentName(), parser.getText());
                    }
                }
            } catch (JsonProcessingException e) {
                // Entries after the damage count as missing, and the first of them is named.
                LOG.debug("{} is not valid YAML", directory.metadata(), e);
            }
        }
        return values;
    }
}
