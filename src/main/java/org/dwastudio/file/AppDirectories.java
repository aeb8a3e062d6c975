package org.dwastudio.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Folder of the user for the settings of this program, by the conventions of each system. */
public final class AppDirectories {
    private AppDirectories() {}

    /**
     * Returns the folder; it may not exist yet.
     *
     * @param system the system's properties: {@code os.name}, {@code user.home}
     * @param environment the environment variables
     */
    public static Path of(Properties system, Map<String, String> environment) {
        Path home = Path.of(system.getProperty("user.home", "."));
        String name = system.getProperty("os.name", "");
        Path folder;
        if (name.startsWith("Windows")) {
            folder = Path.of(environment.getOrDefault("APPDATA", home.toString()));
        } else if (name.startsWith("Mac")) {
            folder = home.resolve("Library/Application Support");
        } else {
            String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
            folder = configured.isEmpty() ? home.resolve(".config") : Path.of(configured);
        }
        return folder.resolve("dwa-studio");
    }
}
