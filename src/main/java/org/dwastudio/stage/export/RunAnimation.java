package org.dwastudio.stage.export;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.dwastudio.image.animation.GifAnimation;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.snapshot.SnapshotReader;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.text.Message;

/** Animated GIF of the images of a run, from the start images to the last ones. */
public final class RunAnimation {
    private static final Duration FRAME = Duration.ofMillis(100);

    private RunAnimation() {}

    /**
     * Writes the animation.
     *
     * @param file replaced if it exists
     * @return the number of images in it
     * @throws RunFolderException if the run has no images at earlier iterations, with a message for the user
     * @throws IOException if they cannot be read or the file cannot be written
     */
    public static int write(RunDirectory run, Path file) throws IOException {
        try (SnapshotReader reader = SnapshotReader.open(run.snapshots())) {
            if (reader.snapshots().isEmpty()) {
                throw noSnapshots(run);
            }
            SnapshotFrames frames = new SnapshotFrames(reader);
            new GifAnimation(frames, frames.grid(), FRAME, true).write(file, CancellationToken.NONE);
            return frames.imagesPerFrame();
        } catch (NoSuchFileException e) {
            throw noSnapshots(run);
        }
    }

    private static RunFolderException noSnapshots(RunDirectory run) {
        return new RunFolderException(run.folder(), Message.of("run.noSnapshots"));
    }
}
