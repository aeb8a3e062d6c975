package org.dwastudio.stage.export;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.IntSummaryStatistics;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.image.animation.GifAnimation;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotReader;
import org.dwastudio.stage.export.format.AnimationOptions;
import org.dwastudio.stage.export.format.AnimationSize;
import org.dwastudio.task.CancellationToken;
import org.dwastudio.text.Message;

/** Animated GIF of the images of a run, from the start images to the last ones. */
public final class RunAnimation {
    private static final Duration FRAME = Duration.ofMillis(100);

    private RunAnimation() {}

    /**
     * Returns the size of an animation: exact up to eight frames, otherwise estimated from eight.
     *
     * @throws RunFolderException if the run has no such images at earlier iterations, with a message for the user
     * @throws IOException if they cannot be read
     */
    public static AnimationSize size(RunDirectory run, AnimationOptions options) throws IOException {
        return use(run, options, frames -> {
            ImageBatch first = frames.frame(0);
            return new AnimationSize(
                    frames.count(),
                    frames.imagesPerFrame(),
                    frames.grid().width(first),
                    frames.grid().height(first),
                    animation(frames).estimatedBytes());
        });
    }

    /**
     * Writes the animation.
     *
     * @param file replaced if it exists
     * @return the number of images in it
     * @throws RunFolderException if the run has no such images at earlier iterations, with a message for the user
     * @throws IOException if they cannot be read or the file cannot be written
     */
    public static int write(RunDirectory run, AnimationOptions options, Path file) throws IOException {
        return use(run, options, frames -> {
            animation(frames).write(file, CancellationToken.NONE);
            return frames.imagesPerFrame();
        });
    }

    private static GifAnimation animation(SnapshotFrames frames) {
        return new GifAnimation(frames, frames.grid(), FRAME, true);
    }

    private interface Use<T> {
        T of(SnapshotFrames frames) throws IOException;
    }

    private static <T> T use(RunDirectory run, AnimationOptions options, Use<T> use) throws IOException {
        try (SnapshotReader reader = SnapshotReader.open(run.snapshots())) {
            if (reader.snapshots().isEmpty()) {
                throw noSnapshots(run);
            }
            if (options.image().isEmpty()) {
                return use.of(SnapshotFrames.ofGrid(reader, options.scale()));
            }
            AnimationOptions.Place image = options.image().get();
            requireImage(run, reader, image);
            return use.of(SnapshotFrames.ofImage(reader, image, options.scale()));
        } catch (NoSuchFileException e) {
            throw noSnapshots(run);
        }
    }

    private static void requireImage(RunDirectory run, SnapshotReader reader, AnimationOptions.Place image)
            throws RunFolderException {
        if (image.label() < 0 || image.label() >= reader.classes()) {
            throw new RunFolderException(
                    run.folder(), Message.of("animation.noClass", image.label(), reader.classes() - 1));
        }
        if (reader.snapshots().stream().noneMatch(snapshot -> SnapshotFrames.holds(snapshot, image))) {
            IntSummaryStatistics columns =
                    reader.snapshots().stream().mapToInt(Snapshot::column).summaryStatistics();
            throw new RunFolderException(
                    run.folder(), Message.of("animation.noColumn", image.column(), columns.getMin(), columns.getMax()));
        }
    }

    private static RunFolderException noSnapshots(RunDirectory run) {
        return new RunFolderException(run.folder(), Message.of("run.noSnapshots"));
    }
}
