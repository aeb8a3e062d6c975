package org.dwastudio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version that window, command line and run folders show: that of the build. */
final class ProgramVersion {
    private ProgramVersion() {}

    static String read() {
        try (InputStream in = Objects.requireNonNull(ProgramVersion.class.getResourceAsStream("version.properties"))) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
