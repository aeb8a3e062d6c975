package org.dwastudio.stage.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dwastudio.file.SafeName;
import org.dwastudio.stage.StageException;
import org.dwastudio.task.FailureCause;
import org.dwastudio.weights.WeightsException;

/**
 * The checkpoints of a stage, numbered files in a folder of their own. The newest two are kept: should the newest prove
 * broken, the other one serves.
 *
 * @param folder exists
 * @param prefix of the files' names, before their number
 * @param most no number is greater; decides how far numbers are padded
 * @param stage its name in words
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

    /** Reads a checkpoint. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Reads one.
         *
         * @throws WeightsException when it is broken, so that an older one may serve
         */
        T read(Path file) throws IOException;
    }

    /** Writes a checkpoint. */
    @FunctionalInterface
    public interface Writer {
        /** Writes it, beside its place first. */
        void write(Path file) throws IOException;
    }

    /** Writes a checkpoint and lets go of those that are no longer needed. */
    public void keep(int number, Writer checkpoint) throws IOException {
        checkpoint.write(folder.resolve(prefix + SafeName.padded(number, most) + EXTENSION));
        List<Path> files = newestFirst();
        for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
    }

    /**
     * The newest checkpoint that is whole; nothing when none was written.
     *
     * @throws StageException when there are some but all are broken
     * @throws IOException when the folder cannot be read, or a newer version of this program wrote them
     */
    public <T> Optional<Found<T>> newest(Reader<T> reader) throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path file : newestFirst()) {
            try {
                return Optional.of(new Found<>(file, reader.read(file), broken));
            } catch (WeightsException e) {
                broken.add(FailureCause.messageOf(e).replaceFirst("\\.$", ""));
            }
        }
        if (!broken.isEmpty()) {
            throw new StageException("No checkpoint in " + folder + " can be used: " + String.join("; ", broken)
                    + ". Please delete these files, so that the " + stage
                    + " begins anew, or start it again in a new folder.");
        }
        return Optional.empty();
    }

    /** Takes the folder away: a finished stage needs no checkpoint. */
    public void delete() throws IOException {
        for (Path file : files(path -> true)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
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
        return name.startsWith(prefix) && name.endsWith(EXTENSION);
    }
}
