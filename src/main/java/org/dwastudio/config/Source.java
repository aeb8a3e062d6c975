package org.dwastudio.config;

import java.io.File;
import java.nio.file.Path;
import org.dwastudio.file.AppDirectories;

/** Operations on the name of a dataset or teacher in an experiment: a bundled name or a path. */
public final class Source {
    private static final String BUNDLED_PREFIX = "bundled:";

    private Source() {}

    /** Returns whether the name is that of a bundled dataset or teacher; otherwise it is a path. */
    public static boolean isBundled(String name) {
        return name.startsWith(BUNDLED_PREFIX);
    }

    /** Returns the name with {@code ~} at its beginning replaced by the user's home folder, as shells do. */
    public static String expanded(String name) {
        return name.equals("~") || name.startsWith("~/") || name.startsWith("~" + File.separator)
                ? AppDirectories.home(System.getProperties(), System.getenv()) + name.substring(1)
                : name;
    }

    /** Returns the name with an absolute path, valid in every working directory; bundled names are unchanged. */
    static String located(String name) {
        return isBundled(name) ? name : located(Path.of(expanded(name))).toString();
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
