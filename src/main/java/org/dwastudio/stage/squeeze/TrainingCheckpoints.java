package org.dwastudio.stage.squeeze;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dwastudio.stage.StageException;
import org.dwastudio.stage.checkpoint.CheckpointFolder;

/**
 * The checkpoints of a squeeze, one file an epoch in a folder of their own.
 *
 * @param folder exists
 */
public record TrainingCheckpoints(Path folder) {
    private static final int MOST_EPOCHS = 100_000;

    /** A checkpoint that was found. */
    public record Found(Path file, TrainingCheckpoint checkpoint, CheckpointOrigin origin, List<String> broken) {
        public Found {
            broken = List.copyOf(broken);
        }
    }

    /** Writes a checkpoint and lets go of those that are no longer needed. */
    public void keep(TrainingCheckpoint checkpoint, CheckpointOrigin origin) throws IOException {
        files().keep(checkpoint.epochs(), file -> CheckpointFile.write(checkpoint, origin, file));
    }

    /**
     * The newest checkpoint that is whole; nothing when none was written.
     *
     * @throws StageException when there are some but all are broken
     * @throws IOException when the folder cannot be read, or a newer version of this program wrote them
     */
    public Optional<Found> newest() throws IOException {
        return files().newest(CheckpointFile::read)
                .map(found -> new Found(
                        found.file(),
                        found.content().checkpoint(),
                        found.content().origin(),
                        found.broken()));
    }

    /** Takes the folder away: a finished training needs no checkpoint. */
    public void delete() throws IOException {
        files().delete();
    }

    private CheckpointFolder files() {
        return new CheckpointFolder(folder, "epoch-", MOST_EPOCHS, "squeeze");
    }
}
