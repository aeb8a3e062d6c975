package org.dwastudio.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.Message;

/** Place for deleted files and folders, from which the user can restore them. */
@FunctionalInterface
public interface Trash {

    /**
     * Moves a file or folder into the trash.
     *
     * @throws IOException when it cannot be moved; it still exists then, and the message states what to do
     */
    void take(Path path) throws IOException;

    /**
     * Returns the trash of the user's desktop.
     *
     * @param system the system's properties: {@code os.name}, {@code user.home}
     * @param environment the environment variables
     */
    static Trash ofUser(Properties system, Map<String, String> environment) {
        return of(system, environment, new NativeTrash());
    }

    /**
     * Chooses by the system's name.
     *
     * @param nativeTrash of Windows and macOS, which no file names; every other system follows freedesktop.org
     */
    static Trash of(Properties system, Map<String, String> environment, Trash nativeTrash) {
        String name = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows") || name.startsWith("mac")) {
            return nativeTrash;
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path home = data.isEmpty() ? Path.of(system.getProperty("user.home", "."), ".local", "share") : Path.of(data);
        return new FreedesktopTrash(home.resolve("Trash"), Clock.system(ZoneId.systemDefault()));
    }

    /** Returns the failure of a file or folder that could not be moved. */
    static IOException refused(Path path, String reason, Throwable cause) {
        return new DescribedIOException(Message.of("file.trash", path, reason), cause);
    }
}
