package org.dwastudio.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.LockFile;

/**
 * Stored queue of a user. One program at a time owns it, so that no stage runs twice. What cannot be read is kept in another
 * file. Not thread-safe.
 */
public final class QueueStore implements AutoCloseable {
    private static final String NAME = "queue";

    private final Path folder;
    private Optional<LockFile> lock = Optional.empty();

    /**
     * Content of the store.
     *
     * @param line queued stages; none of them is running
     * @param aside file that contains what could not be read; empty if everything was read
     */
    public record Loaded(StageLine line, Optional<Path> aside) {}

    /**
     * Creates the store of a folder.
     *
     * @param folder may not exist yet
     */
    public QueueStore(Path folder) {
        this.folder = folder;
    }

    private Path file() {
        return folder.resolve(NAME + ".yaml");
    }

    /** Returns true if stages are stored. */
    public boolean exists() {
        return Files.isRegularFile(file());
    }

    /**
     * Takes possession of the store until {@link #close()}, and reads it.
     *
     * @throws LockFile.HeldException if another program has it, which the message names
     * @throws IOException if the folder cannot be written
     */
    public Loaded open() throws IOException {
        Files.createDirectories(folder);
        if (lock.isEmpty()) {
            lock = Optional.of(LockFile.acquire(folder.resolve(NAME + ".lock")));
        }
        return exists() ? read() : new Loaded(StageLine.empty(), Optional.empty());
    }

    /** Returns the stored stages without taking possession; none if they cannot be read. */
    public StageLine peek() {
        try {
            return exists() ? new QueueFile(file()).read().line() : StageLine.empty();
        } catch (IOException e) {
            return StageLine.empty();
        }
    }

    private Loaded read() throws IOException {
        QueueFile.Content content;
        try {
            content = new QueueFile(file()).read();
        } catch (IOException e) {
            Path aside = unused();
            Files.move(file(), aside);
            return new Loaded(StageLine.empty(), Optional.of(aside));
        }
        if (content.broken().isEmpty()) {
            return new Loaded(content.line(), Optional.empty());
        }
        Path aside = unused();
        AtomicFile.write(aside, QueueFile.join(content.broken()));
        save(content.line());
        return new Loaded(content.line(), Optional.of(aside));
    }

    private Path unused() {
        Path path = folder.resolve(NAME + "-unreadable.yaml");
        for (int again = 2; Files.exists(path); again++) {
            path = folder.resolve(NAME + "-unreadable-" + again + ".yaml");
        }
        return path;
    }

    /**
     * Writes all stages; the file of an empty queue is deleted.
     *
     * @throws IOException if they cannot be written; the file is then unchanged
     */
    public void save(StageLine line) throws IOException {
        if (line.stages().isEmpty()) {
            Files.deleteIfExists(file());
        } else {
            new QueueFile(file()).write(line);
        }
    }

    /** Releases the store; does nothing if it is not owned. */
    @Override
    public void close() throws IOException {
        if (lock.isPresent()) {
            lock.get().close();
            lock = Optional.empty();
        }
    }
}
