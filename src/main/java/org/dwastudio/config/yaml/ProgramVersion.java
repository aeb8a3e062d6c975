package org.dwastudio.config.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version that window, command line and run folders show: that of the build. */
public final class ProgramVersion {
    private static final String WRITTEN_BY_THE_BUILD = "/org/dwastudio/version.properties";

    private ProgramVersion() {}

    /** Returns the version, for example {@code 0.2.0}. */
    public static String read() {
        try (InputStream in = Objects.requireNonNull(ProgramVersion.class.getResourceAsStream(WRITTEN_BY_THE_BUILD))) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
