package org.dwastudio.data.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.dwastudio.data.DatasetException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/** Extractor of one archive into a new folder, within limits. */
final class ArchiveExtractor {
    private static final int BUFFER = 1 << 16;
    private static final long BLOCK = 4096;

    private final ArchiveLayout.Unpacked limits;
    private final DiskSpaceChecker disk;
    private final StopSignal stop;
    private final LongConsumer progress;
    private final byte[] buffer = new byte[BUFFER];
    private int entries;
    private long blocks;

    /**
     * Creates an extractor.
     *
     * @param progress consumer of the disk space used so far, in bytes
     */
    ArchiveExtractor(ArchiveLayout.Unpacked limits, DiskSpaceChecker disk, StopSignal stop, LongConsumer progress) {
        this.limits = limits;
        this.disk = disk;
        this.stop = stop;
        this.progress = progress;
    }

    /**
     * Extracts an archive.
     *
     * @param into a new folder; nothing is written outside of it, whatever the archive contains
     * @throws UnsafeArchiveException if an entry is rejected, with its name, or the archive is broken
     * @throws DatasetException if the disk is full or cannot be written
     */
    void unpack(Path archive, Path into) throws IOException {
        String file = archive.getFileName().toString();
        SafeEntryPath names = new SafeEntryPath(file, into);
        createFolder(into);
        try {
            ArchiveEntries.of(limits.format()).forEach(archive, (name, kind, content) -> {
                stop.check();
                unpack(name, kind, content, names);
            });
        } catch (DatasetException | UnsafeArchiveException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new UnsafeArchiveException(
                    Message.of(
                            "archive.broken",
                            file,
                            e instanceof EOFException ? Message.of("archive.early") : FailureCause.reason(e)),
                    e);
        }
    }

    private void unpack(String name, ArchiveEntries.Kind kind, InputStream content, SafeEntryPath names)
            throws IOException {
        entries++;
        if (entries > limits.mostEntries()) {
            throw names.refused(name, Message.of("archive.entries", limits.mostEntries()));
        }
        Path place = names.place(name);
        switch (kind) {
            case FILE -> write(name, content, place, names);
            case FOLDER -> createFolder(place, name, names);
            case LINK -> throw names.refused(name, Message.of("archive.link"));
            case SPECIAL -> throw names.refused(name, Message.of("archive.device"));
        }
    }

    private void write(String name, InputStream content, Path place, SafeEntryPath names) throws IOException {
        createFolder(Objects.requireNonNull(place.getParent()), name, names);
        // The path contains no links: the folder is new and only files and folders are created in it.
        try (OutputStream out = open(place, name, names)) {
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > (limits.mostBytes() - blocks)) {
                    throw names.refused(name, Message.of("archive.bytes", limits.mostBytes()));
                }
                write(out, read, place);
                stop.check();
                progress.accept(blocks + size);
            }
            blocks += (size + BLOCK - 1) / BLOCK * BLOCK;
        }
    }

    private OutputStream open(Path place, String name, SafeEntryPath names) throws IOException {
        try {
            return Files.newOutputStream(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw names.refused(name, Message.of("archive.twice"));
        } catch (IOException e) {
            throw disk.cannotWrite(place, e);
        }
    }

    private void write(OutputStream out, int length, Path place) throws IOException {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw disk.cannotWrite(place, e);
        }
    }

    private void createFolder(Path folder, String name, SafeEntryPath names) throws IOException {
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                throw names.refused(name, Message.of("archive.inTheWay"));
            }
        }
        createFolder(folder);
    }

    private void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw disk.cannotWrite(folder, e);
        }
    }
}
