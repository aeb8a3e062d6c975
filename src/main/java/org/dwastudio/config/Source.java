package org.dwastudio.config;

import java.nio.file.Path;

/** Operations on the name of a dataset or teacher in an experiment: a bundled name or a path. */
public final class Source {
    private static final String BUNDLED_PREFIX = "bundled:";

    private Source() {}

    /** Returns whether the name is that of a bundled dataset or teacher; otherwise it is a path. */
    public static boolean isBundled(String name) {
        return name.startsWith(BUNDLED_PREFIX);
    }

    /** Returns the name with an absolute path, valid in every working directory; bundled names are unchanged. */
    static String located(String name) {
        return isBundled(name) ? name : located(Path.of(name)).toString();
    }

    /** Returns the last name of a path of this or another operating system; bundled names are unchanged. */
    static String withoutFolders(String name) {
        String last = name.replaceFirst("[/\\\\]+$", "").replaceFirst("^.*[/\\\\]", "");
        return isBundled(name) || last.isEmpty() ? name : last;
    }

    static Path located(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
