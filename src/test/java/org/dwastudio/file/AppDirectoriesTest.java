package org.dwastudio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void homeTakesPrecedenceOverTheQuestionMarkOfAnUnknownUser() {
        Properties system = new Properties();
        system.setProperty("os.name", "Linux");
        system.setProperty("user.home", "?");

        assertThat(AppDirectories.home(system, Map.of("HOME", "/work"))).isEqualTo(Path.of("/work"));
        assertThat(AppDirectories.of(system, Map.of("HOME", "/work"))).isEqualTo(Path.of("/work/.config/dwa-studio"));
        assertThat(AppDirectories.of(system, Map.of("XDG_CONFIG_HOME", "/c"))).isEqualTo(Path.of("/c/dwa-studio"));
        assertThatThrownBy(() -> AppDirectories.home(system, Map.of()))
                .hasMessageContainingAll("home folder", "set the environment variable HOME");
        assertThatThrownBy(() -> AppDirectories.home(system, Map.of("HOME", "relative")))
                .hasMessageContaining("HOME");
    }

    private static Path of(String name, Map<String, String> environment) {
        Properties system = new Properties();
        system.setProperty("os.name", name);
        system.setProperty("user.home", HOME.toString());
        return AppDirectories.of(system, environment);
    }
}
