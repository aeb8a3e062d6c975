package org.dwastudio.file;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Home trash of the freedesktop.org Trash specification 1.0.
 *
 * @param trash its folder; created with the first deletion
 * @param clock gives the date of a deletion
 */
public record FreedesktopTrash(Path trash, Clock clock) implements Trash {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

    @Override
    public void take(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Path files = Files.createDirectories(trash.resolve("files"));
        Path infos = Files.createDirectories(trash.resolve("info"));
        String name = absolute.getFileName().toString();
        for (int number = 2; ; number++) {
            Path info = infos.resolve(name + ".trashinfo");
            try {
                // The information is written first: it reserves the name among all programs.
                Files.writeString(info, information(absolute), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                name = absolute.getFileName() + "." + number;
                continue;
            }
            move(absolute, files.resolve(name), info);
            return;
        }
    }

    private static void move(Path from, Path to, Path info) throws IOException {
        try {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
                    throw e;
                }
                // A single file is copied to the disk of the trash; a folder could be left in two halves.
                Files.move(from, to);
            }
        } catch (IOException e) {
            Files.deleteIfExists(info);
            String reason = e instanceof AtomicMoveNotSupportedException
                    ? "it is on another disk"
                    : e.getClass().getSimpleName();
            throw Trash.refused(from, reason, e);
        }
    }

    private String information(Path path) {
        return "[Trash Info]\nPath=" + encoded(path) + "\nDeletionDate="
                + DATE.format(LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)) + "\n";
    }

    /** Encodes a path as in a URL, with its slashes. */
    private static String encoded(Path path) {
        return URI.create(path.toUri().toASCIIString()).getRawPath().replaceAll("/$", "");
    }
}
