package org.dwastudio.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The folders of version 0.1: another one would lose the user's preferences. */
class AppDirectoriesTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void onLinuxItIsTheConfigurationFolderOfFreedesktop() {
        assertThat(of("Linux", Map.of())).isEqualTo(HOME.resolve(".config/dwa-studio"));
        assertThat(of("Linux", Map.of("XDG_CONFIG_HOME", ""))).isEqualTo(HOME.resolve(".config/dwa-studio"));
        assertThat(of("Linux", Map.of("XDG_CONFIG_HOME", "/etc/ada"))).isEqualTo(Path.of("/etc/ada/dwa-studio"));
    }

    @Test
    void onMacOsItIsInApplicationSupport() {
        assertThat(of("Mac OS X", Map.of("XDG_CONFIG_HOME", "/etc/ada")))
                .isEqualTo(HOME.resolve("Library/Application Support/dwa-studio"));
    }

    @Test
    void onWindowsItIsInTheRoamingApplicationData() {
        assertThat(of("Windows 11", Map.of("APPDATA", "/users/ada/roaming")))
                .isEqualTo(Path.of("/users/ada/roaming/dwa-studio"));
        assertThat(of("Windows 11", Map.of())).isEqualTo(HOME.resolve("dwa-studio"));
    }

    private static Path of(String name, Map<String, String> environment) {
        Properties system = new Properties();
        system.setProperty("os.name", name);
        system.setProperty("user.home", HOME.toString());
        return AppDirectories.of(system, environment);
    }
}
