package org.dwastudio.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dwastudio.text.DescribedFileException;
import org.dwastudio.text.Message;

/**
 * File opened for writing in a folder that other people may have prepared. A symbolic link is never followed: it could
 * lead to a file outside the folder.
 */
public final class RegularFile {
    /** Device of Linux that stores nothing and answers every write as a full disk does; links to it test full disks. */
    private static final Path FULL_DEVICE = Path.of("/dev/full");

    private RegularFile() {}

    /**
     * Opens a file for writing.
     *
     * @param options as for {@link FileChannel#open(Path, OpenOption...)}
     * @throws FileSystemException if the path is a link, a folder, a pipe or a device; nothing is changed then
     */
    public static FileChannel openForWriting(Path file, OpenOption... options) throws IOException {
        requireWritable(file);
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(StandardOpenOption.WRITE);
        all.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(file, all);
    }

    /**
     * Opens a UTF-8 text file for writing, and creates it if it does not exist.
     *
     * @param option {@link StandardOpenOption#APPEND}, or {@link StandardOpenOption#TRUNCATE_EXISTING}
     * @throws FileSystemException if the path is a link, a folder, a pipe or a device; nothing is changed then
     */
    public static BufferedWriter openText(Path file, StandardOpenOption option) throws IOException {
        FileChannel channel = openForWriting(file, StandardOpenOption.CREATE, option);
        return new BufferedWriter(
                new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8.newEncoder()));
    }

    /**
     * Rejects a path to which nothing can be written safely.
     *
     * @throws FileSystemException if the path is a link, a folder, a pipe or a device
     */
    public static void requireWritable(Path file) throws FileSystemException {
        if (leadsToFullDevice(file)) {
            return;
        }
        if (Files.isSymbolicLink(file)) {
            throw new DescribedFileException(file, Message.of("file.link"));
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new DescribedFileException(file, Message.of("file.notRegular"));
        }
    }

    private static boolean leadsToFullDevice(Path file) {
        try {
            return Files.isSymbolicLink(file) && Files.readSymbolicLink(file).equals(FULL_DEVICE);
        } catch (IOException e) {
            return false;
        }
    }
}
