package org.dwastudio.file;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Where deleted files and folders go, so that they can be brought back. */
@FunctionalInterface
public interface Trash {

    /**
     * Moves a file or folder there.
     *
     * @throws IOException when it cannot be moved, in words; it is still there then
     */
    void take(Path path) throws IOException;

    /**
     * That of the user's desktop.
     *
     * @param system the system's properties: {@code os.name}, {@code user.home}
     * @param environment the environment variables
     */
    static Trash ofUser(Properties system, Map<String, String> environment) {
        String name = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows") || name.startsWith("mac")) {
            return path -> {
                if (!Desktop.getDesktop().moveToTrash(path.toFile())) {
                    throw refused(path, "the system refuses it");
                }
            };
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path home = data.isEmpty() ? Path.of(system.getProperty("user.home", "."), ".local", "share") : Path.of(data);
        return new OfFreeDesktops(home.resolve("Trash"), Clock.system(ZoneId.systemDefault()));
    }

    private static IOException refused(Path path, String why) {
        return new IOException(
                path + ": cannot be moved to the wastebasket (" + why + "). Please delete it with the file manager.");
    }

    /**
     * The home trash of the freedesktop.org Trash specification 1.0.
     *
     * @param trash its folder; made when it is first needed
     * @param clock tells when something was deleted
     */
    record OfFreeDesktops(Path trash, Clock clock) implements Trash {
        private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

        @Override
        public void take(Path path) throws IOException {
            Path absolute = path.toAbsolutePath().normalize();
            Path files = Files.createDirectories(trash.resolve("files"));
            Path infos = Files.createDirectories(trash.resolve("info"));
            String name = absolute.getFileName().toString();
            for (int again = 2; ; again++) {
                Path info = infos.resolve(name + ".trashinfo");
                try {
                    // The information comes first and takes the name, so that no two programs take the same.
                    Files.writeString(info, information(absolute), StandardOpenOption.CREATE_NEW);
                } catch (FileAlreadyExistsException e) {
                    name = absolute.getFileName() + "." + again;
                    continue;
                }
                move(absolute, files.resolve(name), info);
                return;
            }
        }

        private static void move(Path from, Path to, Path info) throws IOException {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                Files.deleteIfExists(info);
                String why = e instanceof AtomicMoveNotSupportedException
                        ? "it lies on another disk"
                        : e.getClass().getSimpleName();
                throw new IOException(refused(from, why).getMessage(), e);
            }
        }

        private String information(Path path) {
            return "[Trash Info]\nPath=" + encoded(path) + "\nDeletionDate="
                    + DATE.format(LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)) + "\n";
        }

        /** As in a URL, slashes kept. */
        private static String encoded(Path path) {
            return URI.create(path.toUri().toASCIIString()).getRawPath().replaceAll("/$", "");
        }
    }
}
