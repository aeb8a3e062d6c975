package org.dwastudio.config;

import java.nio.file.Path;

/** Where a dataset or a teacher comes from, by its name in an experiment. */
public final class Source {
    private static final String BUNDLED_PREFIX = "bundled:";

    private Source() {}

    /** Whether the name is one of what comes with the program; otherwise it is a path. */
    public static boolean isBundled(String name) {
        return name.startsWith(BUNDLED_PREFIX);
    }

    /** The name with which another working folder finds the same: a path from the root on. */
    static String located(String name) {
        return isBundled(name) ? name : located(Path.of(name)).toString();
    }

    /** The last name of a path, of this system or another; what comes with the program keeps its name. */
    static String withoutFolders(String name) {
        String last = name.replaceFirst("[/\\\\]+$", "").replaceFirst("^.*[/\\\\]", "");
        return isBundled(name) || last.isEmpty() ? name : last;
    }

    static Path located(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
