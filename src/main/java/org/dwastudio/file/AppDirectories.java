package org.dwastudio.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Folders of the user for this program, by the conventions of each system. {@code HOME} and the XDG variables take
 * precedence over Java's {@code user.home}, which is a question mark for a user without an entry in the password file,
 * as in containers.
 */
public final class AppDirectories {
    private AppDirectories() {}

    /**
     * Returns the folder of the settings; it may not exist yet.
     *
     * @param system the system's properties: {@code os.name}, {@code user.home}
     * @param environment the environment variables
     * @throws IllegalStateException if no home folder is known, with a message for the user
     */
    public static Path of(Properties system, Map<String, String> environment) {
        String name = system.getProperty("os.name", "");
        if (name.startsWith("Windows")) {
            return given("APPDATA", environment)
                    .orElseGet(() -> home(system, environment))
                    .resolve("dwa-studio");
        }
        if (name.startsWith("Mac")) {
            return home(system, environment).resolve("Library/Application Support/dwa-studio");
        }
        return given("XDG_CONFIG_HOME", environment)
                .orElseGet(() -> home(system, environment).resolve(".config"))
                .resolve("dwa-studio");
    }

    /**
     * Returns the folder of files that can be computed or fetched again; it may not exist yet.
     *
     * @param system the system's properties: {@code os.name}, {@code user.home}
     * @param environment the environment variables
     * @throws IllegalStateException if no home folder is known, with a message for the user
     */
    public static Path cache(Properties system, Map<String, String> environment) {
        String name = system.getProperty("os.name", "");
        if (name.startsWith("Windows")) {
            return given("LOCALAPPDATA", environment)
                    .orElseGet(() -> home(system, environment))
                    .resolve("dwa-studio/cache");
        }
        if (name.startsWith("Mac")) {
            return home(system, environment).resolve("Library/Caches/dwa-studio");
        }
        return given("XDG_CACHE_HOME", environment)
                .orElseGet(() -> home(system, environment).resolve(".cache"))
                .resolve("dwa-studio");
    }

    /**
     * Returns the user's home folder: {@code HOME}, except on Windows; otherwise {@code user.home}.
     *
     * @throws IllegalStateException if neither is an absolute path, with a message for the user
     */
    public static Path home(Properties system, Map<String, String> environment) {
        boolean windows = system.getProperty("os.name", "").startsWith("Windows");
        Optional<Path> home = windows ? Optional.empty() : given("HOME", environment);
        return home.or(() -> absolute(system.getProperty("user.home", "")))
                .orElseThrow(() -> new IllegalStateException(
                        "The home folder of this user is not known. Please set the environment variable HOME to a"
                                + " folder that may be written."));
    }

    private static Optional<Path> given(String variable, Map<String, String> environment) {
        return absolute(environment.getOrDefault(variable, ""));
    }

    /** Returns an absolute path. The XDG specification ignores relative ones, and Java's home may be a question mark. */
    private static Optional<Path> absolute(String path) {
        try {
            return Optional.of(Path.of(path)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
