package org.dwastudio.compute;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.dwastudio.file.AtomicFile;

/**
 * The user's settings in a file that window and command line share.
 *
 * @param path where
 */
public record ComputeSettingsFile(Path path) {
    private static final String TRIED = "tried";

    /** What the file says; the usual settings where there is none. */
    ComputeSettings read() throws ComputeException {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            Properties stored = properties();
            for (String key : ComputeSettings.usual().values().keySet()) {
                if (stored.containsKey(key)) {
                    values.put(key, stored.getProperty(key));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ComputeException(ComputeProblem.Kind.UNREADABLE, path, e.getMessage());
        }
        return ComputeSettings.usual().with(values);
    }

    void write(ComputeSettings settings) throws IOException {
        Properties values = readable();
        values.putAll(settings.values());
        store(values);
    }

    /** Whether a build was found good before. */
    boolean isTried(String fingerprint) {
        return fingerprint.equals(readable().getProperty(TRIED));
    }

    void rememberTried(String fingerprint) throws IOException {
        Properties values = readable();
        values.setProperty(TRIED, fingerprint);
        store(values);
    }

    private void store(Properties values) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        AtomicFile.write(path, (Path beside) -> {
            try (Writer writer = Files.newBufferedWriter(beside)) {
                values.store(writer, null);
            }
        });
    }

    /** What cannot be read is written anew. */
    private Properties readable() {
        try {
            return properties();
        } catch (IOException | IllegalArgumentException e) {
            return new Properties();
        }
    }

    private Properties properties() throws IOException {
        Properties values = new Properties();
        if (Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path)) {
                values.load(reader);
            }
        }
        return values;
    }
}
