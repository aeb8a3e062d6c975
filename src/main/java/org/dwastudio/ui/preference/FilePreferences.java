package org.dwastudio.ui.preference;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.dwastudio.file.AppDirectories;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.BoundedFile;
import org.dwastudio.ui.dataset.DatasetChoiceViewModel;
import org.dwastudio.ui.screen.Language;
import org.dwastudio.ui.screen.XAxis;
import org.dwastudio.ui.theme.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Preferences in a properties file of the user. A file that cannot be read or written is only logged.
 *
 * @param file where
 */
public record FilePreferences(Path file) implements StudioPreferences {
    private static final Logger LOG = LoggerFactory.getLogger(FilePreferences.class);
    private static final double LEAST_SIDE = 400;
    private static final long MOST_BYTES = 1 << 20;
    private static final String RECENT_DATASET = "recentDataset";
    private static final String RECENT_FILE = "recentFile";

    /**
     * The file at the place where programs of this system keep such things.
     *
     * @param system the system's properties: {@code os.name}, {@code user.home}
     * @param environment the environment variables
     */
    public static FilePreferences ofUser(Properties system, Map<String, String> environment) {
        return new FilePreferences(AppDirectories.of(system, environment).resolve("preferences.properties"));
    }

    @Override
    public Preferences load() {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = new StringReader(BoundedFile.readText(file, MOST_BYTES))) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("{} can't be read; starting with the first start's settings", file, e);
            }
        }
        Preferences initial = Preferences.initial();
        return new Preferences(
                choice(values, "theme", initial.theme(), Theme.class),
                choice(values, "language", initial.language(), Language.class),
                side(values, "width", initial.width()),
                side(values, "height", initial.height()),
                Boolean.parseBoolean(values.getProperty("maximized")),
                paths(values, RECENT_DATASET, DatasetChoiceViewModel.MOST_RECENT),
                paths(values, RECENT_FILE, RecentFiles.MOST),
                choice(values, "chartAxis", initial.chartAxis(), XAxis.class));
    }

    @Override
    public void save(Preferences preferences) {
        Properties values = new Properties();
        values.setProperty("theme", preferences.theme().name());
        values.setProperty("language", preferences.language().name());
        values.setProperty("width", Double.toString(preferences.width()));
        values.setProperty("height", Double.toString(preferences.height()));
        values.setProperty("maximized", Boolean.toString(preferences.maximized()));
        values.setProperty("chartAxis", preferences.chartAxis().name());
        for (int i = 0; i < preferences.recentDatasets().size(); i++) {
            values.setProperty(RECENT_DATASET + i, preferences.recentDatasets().get(i));
        }
        for (int i = 0; i < preferences.recentFiles().size(); i++) {
            values.setProperty(RECENT_FILE + i, preferences.recentFiles().get(i));
        }
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, (Path partial) -> {
                try (Writer writer = Files.newBufferedWriter(partial)) {
                    values.store(writer, null);
                }
            });
        } catch (IOException e) {
            LOG.warn("{} can't be written; settings will not be remembered", file, e);
        }
    }

    private static List<String> paths(Properties values, String key, int most) {
        return IntStream.range(0, most)
                .mapToObj(i -> values.getProperty(key + i, ""))
                .filter(source -> !source.isEmpty())
                .toList();
    }

    private static <E extends Enum<E>> E choice(Properties values, String key, E initial, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(values.getProperty(key))) {
                return constant;
            }
        }
        return initial;
    }

    private static double side(Properties values, String key, double initial) {
        try {
            double side = Double.parseDouble(values.getProperty(key, ""));
            return side >= LEAST_SIDE ? side : initial;
        } catch (NumberFormatException e) {
            return initial;
        }
    }
}
