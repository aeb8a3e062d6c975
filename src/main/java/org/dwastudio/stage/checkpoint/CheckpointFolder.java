package org.dwastudio.stage.checkpoint;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dwastudio.file.AtomicFile;
import org.dwastudio.file.SafeName;
import org.dwastudio.stage.StageException;
import org.dwastudio.text.DescribedFileException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.dwastudio.weights.WeightsException;

/**
 * Checkpoints of a stage, numbered files in a folder of their own. The newest two are kept: the older one is used if
 * the newest is broken. Only these files are ever deleted.
 *
 * @param folder exists
 * @param prefix of the files' names, before their number
 * @param most largest number; determines the padding of numbers in file names
 * @param stage name of the stage in messages
 */
public record CheckpointFolder(Path folder, String prefix, int most, String stage) {
    private static final int KEPT = 2;
    private static final String EXTENSION = ".safetensors";

    /** A checkpoint that was found, and what is wrong with newer ones. */
    public record Found<T>(Path file, T content, List<String> broken) {
        public Found {
            broken = List.copyOf(broken);
        }
    }

    /** Reader of a checkpoint. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Reads one.
         *
         * @throws WeightsException when it is broken, so that an older one may serve
         */
        T read(Path file) throws IOException;
    }

    /** Writer of a checkpoint. */
    @FunctionalInterface
    public interface Writer {
        /** Writes a temporary file first, then moves it into place. */
        void write(Path file) throws IOException;
    }

    /** Writes a checkpoint and deletes those that are no longer needed. */
    public void keep(int number, Writer checkpoint) throws IOException {
        requireNoLink();
        checkpoint.write(folder.resolve(prefix + SafeName.padded(number, most) + EXTENSION));
        List<Path> files = newestFirst();
        for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
    }

    /**
     * Returns the newest intact checkpoint; empty when none was written.
     *
     * @throws StageException when there are some but all are broken
     * @throws IOException when the folder cannot be read, or a newer version of this program wrote them
     */
    public <T> Optional<Found<T>> newest(Reader<T> reader) throws IOException {
        requireNoLink();
        List<String> broken = new ArrayList<>();
        for (Path file : newestFirst()) {
            try {
                return Optional.of(new Found<>(file, reader.read(file), broken));
            } catch (WeightsException e) {
                broken.add(FailureCause.messageOf(e).replaceFirst("\\.$", ""));
            }
        }
        if (!broken.isEmpty()) {
            throw new StageException(Message.of("stage.noCheckpoint", folder, String.join("; ", broken), stage));
        }
        return Optional.empty();
    }

    /**
     * Deletes the checkpoints, which a finished stage does not need, and the folder if nothing else is in it. A link in
     * its place is left as it is.
     */
    public void delete() throws IOException {
        if (Files.isSymbolicLink(folder)) {
            return;
        }
        for (Path file : files(path -> isCheckpoint(path) || isPartOfOne(path))) {
            Files.deleteIfExists(file);
        }
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Files of somebody else are in it.
        }
    }

    private void requireNoLink() throws FileSystemException {
        if (Files.isSymbolicLink(folder)) {
            throw new DescribedFileException(folder, Message.of("checkpoint.link"));
        }
    }

    private List<Path> newestFirst() throws IOException {
        return files(this::isCheckpoint);
    }

    private List<Path> files(Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted).sorted(Comparator.reverseOrder()).toList();
        }
    }

    private boolean isCheckpoint(Path file) {
        String name = file.getFileName().toString();
        return name.matches(Pattern.quote(prefix) + "\\d+" + Pattern.quote(EXTENSION));
    }

    private boolean isPartOfOne(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(AtomicFile.PARTIAL_SUFFIX)
                && isCheckpoint(
                        file.resolveSibling(name.substring(0, name.length() - AtomicFile.PARTIAL_SUFFIX.length())));
    }
}
