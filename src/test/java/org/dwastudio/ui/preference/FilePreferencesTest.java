package org.dwastudio.ui.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.XAxis;
import org.dwastudio.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePreferencesTest {
    private static final Preferences CHOSEN = new Preferences(Theme.LIGHT, Language.JAPANESE, 1280, 720.5, true);

    @TempDir
    private Path folder;

    @Test
    void whatWasSavedIsLoadedAgain() {
        FilePreferences preferences = new FilePreferences(folder.resolve("not/there/yet.properties"));
        Preferences saved = CHOSEN.withChartAxis(XAxis.TIME);
        preferences.save(saved);

        assertThat(preferences.load()).isEqualTo(saved);
        assertThat(folder.resolve("not/there")).isDirectoryContaining("glob:**/yet.properties");
        assertThat(folder.resolve("not/there/yet.properties.part")).doesNotExist();
    }

    @Test
    void datasetsUsedBeforeKeepTheirOrder() {
        FilePreferences preferences = new FilePreferences(folder.resolve("p.properties"));
        List<String> recent = List.of("/data/写真 folder", "C:\\data\\b", "/data/a");

        preferences.save(CHOSEN.withRecentDatasets(recent));

        assertThat(preferences.load().recentDatasets()).isEqualTo(recent);
    }

    @Test
    void theFirstStartIsDarkInTheLanguageOfTheSystem() {
        Preferences first = new FilePreferences(folder.resolve("none.properties")).load();

        assertThat(first).isEqualTo(new Preferences(Theme.DARK, Language.ENGLISH, 1440, 900, false));
    }

    @Test
    void valuesThatMakeNoSenseAreReplacedByThoseOfTheFirstStart() throws IOException {
        Path file = folder.resolve("odd.properties");
        Files.writeString(file, "theme=PINK\nlanguage=JAPANESE\nwidth=-3\nheight=tall\n");

        assertThat(new FilePreferences(file).load())
                .isEqualTo(new Preferences(Theme.DARK, Language.JAPANESE, 1440, 900, false));
    }

    @Test
    void theFileLiesWhereProgramsOfTheSystemKeepSuchThings() {
        Properties linux = properties("Linux", "/home/mia");
        assertThat(FilePreferences.ofUser(linux, Map.of()).file())
                .isEqualTo(Path.of("/home/mia/.config/dwa-studio/preferences.properties"));
        assertThat(FilePreferences.ofUser(linux, Map.of("XDG_CONFIG_HOME", "/etc/mia"))
                        .file())
                .isEqualTo(Path.of("/etc/mia/dwa-studio/preferences.properties"));
        assertThat(FilePreferences.ofUser(properties("Mac OS X", "/Users/mia"), Map.of())
                        .file())
                .isEqualTo(Path.of("/Users/mia/Library/Application Support/dwa-studio/preferences.properties"));
    }

    private static Properties properties(String system, String home) {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("user.home", home);
        return properties;
    }
}
