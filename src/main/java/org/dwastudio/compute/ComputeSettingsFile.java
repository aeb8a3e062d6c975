package org.dwastudio.compute;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.text.FailureCause;

/**
 * File with the user's settings, shared by window and command line.
 *
 * @param path path of the file
 */
public record ComputeSettingsFile(Path path) {
    private static final String TRIED = "tried";
    private static final long MOST_BYTES = 1 << 20;

    /** Reads the settings; returns the defaults if there is no file. */
    ComputeSettings read() throws ComputeException {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            Properties stored = properties();
            for (String key : ComputeSettings.defaults().values().keySet()) {
                if (stored.containsKey(key)) {
                    values.put(key, stored.getProperty(key));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ComputeException(ComputeProblem.Kind.UNREADABLE, path, FailureCause.messageOf(e));
        }
        return ComputeSettings.defaults().with(values);
    }

    void write(ComputeSettings settings) throws IOException {
        Properties values = readable();
        values.putAll(settings.values());
        store(values);
    }

    /** Returns true if a build has passed a probe before. */
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
        AtomicFile.write(path, (Path partial) -> {
            try (Writer writer = Files.newBufferedWriter(partial)) {
                values.store(writer, null);
            }
        });
    }

    /** Reads the properties; an unreadable file is replaced at the next write. */
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
            try (Reader reader = new StringReader(BoundedFile.readText(path, MOST_BYTES))) {
                values.load(reader);
            }
        }
        return values;
    }
}
