package org.dwastudio.pipeline.squeeze;

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
import org.dwastudio.network.WeightsException;
import org.dwastudio.pipeline.StageException;

/**
 * The checkpoints of a run, one file an epoch in a folder of their own. The newest two are kept: should the newest prove
 * broken, the other one serves.
 *
 * @param folder exists
 */
public record Checkpoints(Path folder) {
    private static final int KEPT = 2;
    private static final int MOST_EPOCHS = 100_000;
    private static final String PREFIX = "epoch-";
    private static final String EXTENSION = ".safetensors";

    /** A checkpoint that was found. */
    public record Found(Path file, Checkpoint checkpoint, CheckpointOrigin origin, List<String> broken) {
        public Found {
            broken = List.copyOf(broken);
        }
    }

    /** Writes a checkpoint and lets go of those that are no longer needed. */
    public void keep(Checkpoint checkpoint, CheckpointOrigin origin) throws IOException {
        Path file = folder.resolve(PREFIX + SafeName.padded(checkpoint.epochs(), MOST_EPOCHS) + EXTENSION);
        CheckpointFile.write(checkpoint, origin, file);
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
    public Optional<Found> newest() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path file : newestFirst()) {
            try {
                CheckpointFile.Content content = CheckpointFile.read(file);
                return Optional.of(new Found(file, content.checkpoint(), content.origin(), broken));
            } catch (WeightsException e) {
                broken.add(e.getMessage());
            }
        }
        if (!broken.isEmpty()) {
            throw new StageException("No checkpoint in " + folder + " can be used: " + String.join("; ", broken)
                    + ". Please start the squeeze again in a new folder.");
        }
        return Optional.empty();
    }

    /** Takes the folder away: a finished training needs no checkpoint. */
    public void delete() throws IOException {
        for (Path file : files(path -> true)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    private List<Path> newestFirst() throws IOException {
        return files(Checkpoints::isCheckpoint);
    }

    private List<Path> files(Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted).sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static boolean isCheckpoint(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(EXTENSION);
    }
}
