package org.dwastudio.artifact;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.dwastudio.file.AtomicFile;

/**
 * What a run depends on beside its experiment: whoever repeats it can tell whether anything differs.
 *
 * @param programVersion version of this program
 * @param engineVersion version of the tensor engine
 * @param device what computed it, for example {@code CPU · 2 threads}
 * @param datasetFingerprint hash of the training images
 * @param teacherFingerprint hash of the teacher's weights
 * @param started when the run began
 */
public record RunFacts(
        String programVersion,
        String engineVersion,
        String device,
        String datasetFingerprint,
        String teacherFingerprint,
        Instant started) {

    /** Writes them as a YAML file of one block. */
    void write(Path file) throws IOException {
        AtomicFile.write(
                file,
                line("programVersion", programVersion)
                        + line("engineVersion", engineVersion)
                        + line("device", device)
                        + line("datasetFingerprint", datasetFingerprint)
                        + line("teacherFingerprint", teacherFingerprint)
                        + line("started", started.toString()));
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
