package org.dwastudio.stage.squeeze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.stage.checkpoint.CheckpointFolder;
import org.dwastudio.stage.checkpoint.CheckpointStore;
import org.dwastudio.stage.lifecycle.ResumePoint;

/**
 * Checkpoints of a squeeze, one file per epoch in a separate folder.
 *
 * @param folder the folder
 */
public record TrainingCheckpoints(Path folder) implements CheckpointStore<TrainingCheckpoints.Content> {
    private static final int MOST_EPOCHS = 100_000;

    /** A checkpoint and its origin. */
    public record Content(TrainingCheckpoint checkpoint, CheckpointOrigin origin) implements ResumePoint {
        @Override
        public String experiment() {
            return origin.experiment();
        }

        @Override
        public long completed() {
            return checkpoint.epochs();
        }
    }

    @Override
    public void begin() throws IOException {
        Files.createDirectories(folder);
    }

    @Override
    public boolean exists() {
        return Files.isDirectory(folder);
    }

    /** Writes a checkpoint and deletes those that are no longer needed. */
    public void keep(TrainingCheckpoint checkpoint, CheckpointOrigin origin) throws IOException {
        files().keep(checkpoint.epochs(), file -> CheckpointFile.write(checkpoint, origin, file));
    }

    @Override
    public Optional<CheckpointFolder.Found<Content>> newest() throws IOException {
        return files().newest(CheckpointFile::read);
    }

    @Override
    public void delete() throws IOException {
        files().delete();
    }

    private CheckpointFolder files() {
        return new CheckpointFolder(folder, "epoch-", MOST_EPOCHS, "squeeze");
    }
}
