package org.dwastudio.ui.preference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Recently opened or saved experiments, images and run folders, the newest first. FX thread only. */
public final class RecentFiles {
    static final int MOST = 10;

    private final ObjectProperty<List<String>> paths = new SimpleObjectProperty<>(this, "paths", List.of());

    /** Absolute paths; saved between program starts. */
    public ObjectProperty<List<String>> pathsProperty() {
        return paths;
    }

    public void add(Path path) {
        List<String> now = new ArrayList<>(paths.get());
        String added = path.toAbsolutePath().normalize().toString();
        now.remove(added);
        now.add(0, added);
        paths.set(List.copyOf(now.subList(0, Math.min(MOST, now.size()))));
    }

    /** Removes a path that no longer exists. */
    public void remove(Path path) {
        List<String> now = new ArrayList<>(paths.get());
        now.remove(path.toString());
        paths.set(List.copyOf(now));
    }
}
