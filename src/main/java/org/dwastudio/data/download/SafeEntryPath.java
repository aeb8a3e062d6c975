package org.dwastudio.data.download;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.dwastudio.text.Message;

/** Target path of an archive entry; a name that leads out of the folder is rejected. */
final class SafeEntryPath {
    private static final Pattern SLASHES = Pattern.compile("/+");

    /** Longest path of Linux, in bytes. */
    private static final int LONGEST = 4096;

    private final String archive;
    private final Path folder;

    SafeEntryPath(String archive, Path folder) {
        this.archive = archive;
        this.folder = folder;
    }

    /**
     * Returns the path of an entry.
     *
     * @throws UnsafeArchiveException if the name does not denote a file in the folder on every operating system
     */
    Path place(String name) throws UnsafeArchiveException {
        if (name.length() > LONGEST) {
            throw refused(name, Message.of("archive.longName", name.length(), LONGEST));
        }
        if (name.startsWith("/")) {
            throw refused(name, Message.of("archive.root"));
        }
        if (name.indexOf('\\') >= 0) {
            throw refused(name, Message.of("archive.backslash"));
        }
        if (name.indexOf(':') >= 0) {
            throw refused(name, Message.of("archive.colon"));
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw refused(name, Message.of("archive.control"));
        }
        Path place = folder;
        for (String part : SLASHES.split(name, -1)) {
            if (part.equals("..")) {
                throw refused(name, Message.of("archive.outside"));
            }
            place = part.equals(".") ? place : step(place, part, name);
        }
        return place;
    }

    private Path step(Path place, String part, String name) throws UnsafeArchiveException {
        try {
            return place.resolve(part);
        } catch (InvalidPathException e) {
            throw refused(name, Message.of("archive.name"));
        }
    }

    /** Creates the exception for a rejected entry. */
    UnsafeArchiveException refused(String name, Message reason) {
        String shown = name.codePoints()
                .limit(200)
                .map(point -> Character.isISOControl(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new UnsafeArchiveException(Message.of("archive.refused", archive, shown, reason));
    }
}
