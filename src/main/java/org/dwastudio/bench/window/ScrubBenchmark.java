package org.dwastudio.bench.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import org.dwastudio.bench.WindowSpeed.Frames;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.config.synthesis.SynthesisConfig;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.history.LoadedRun;
import org.dwastudio.run.snapshot.Snapshot;
import org.dwastudio.run.snapshot.SnapshotWriter;
import org.dwastudio.ui.page.Studio;
import org.dwastudio.ui.timeline.TimeLineState;
import org.dwastudio.ui.timeline.TimeLineViewModel;

/**
 * Benchmark of the time line: frames while it moves at every pulse over the snapshots of a made-up run of random images.
 *
 * @param columns images per class, of ten classes of 28 × 28 pixels
 */
record ScrubBenchmark(int columns) {
    private static final int CLASSES = 10;
    private static final int SIZE = 28;
    private static final int ITERATIONS = 300;
    private static final int MOMENTS = 12;
    private static final long BUDGET = 1L << 30;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Makes the run, whose file of snapshots is in a temporary folder. */
    LoadedRun run() throws IOException {
        Path folder = Files.createTempDirectory("dwa-scrub");
        folder.toFile().deleteOnExit();
        Random random = new Random(1);
        try (SnapshotWriter writer = new SnapshotWriter(new RunDirectory(folder).snapshots(), 0, BUDGET)) {
            for (int moment = 0; moment < MOMENTS; moment++) {
                for (int column = 0; column < columns; column++) {
                    writer.add(
                            new Snapshot(column, 0, moment * ITERATIONS / (MOMENTS - 1), CLASSES),
                            images(random),
                            CLASSES);
                }
            }
        }
        Experiment experiment = SynthesisPresets.demonstration();
        return new LoadedRun(
                folder,
                StageName.SYNTHESIS,
                experiment.withSynthesis(SynthesisConfig.IMAGES_PER_CLASS.replacedIn(experiment.synthesis(), columns)),
                events(random));
    }

    private List<RunEvent> events(Random random) {
        List<RunEvent> events = new ArrayList<>();
        List<String> names =
                IntStream.range(0, CLASSES).mapToObj(label -> "class " + label).toList();
        events.add(new RunEvent.StageStarted(StageName.SYNTHESIS, (long) columns * ITERATIONS, names, Instant.EPOCH));
        for (int column = 0; column < columns; column++) {
            events.add(new RunEvent.ImagesChanged(column, ITERATIONS, 0, ColumnState.FINISHED, images(random)));
        }
        return events;
    }

    private static ImageBatch images(Random random) {
        byte[] bytes = new byte[CLASSES * SIZE * SIZE];
        random.nextBytes(bytes);
        return new ImageBatch(CLASSES, SIZE, SIZE, 1, bytes);
    }

    /**
     * Moves the time line for some seconds; called on the FX thread, with the run shown.
     *
     * @return frames per second that showed other images, and the longest time between two frames
     */
    CompletableFuture<Frames> scrub(Studio studio, double seconds) {
        CompletableFuture<Frames> result = new CompletableFuture<>();
        TimeLineViewModel timeLine = studio.synthesis().timeLine();
        int[] changes = {0};
        boolean[] changed = {false};
        InvalidationListener listener = source -> changed[0] = true;
        studio.synthesis().images().shown().addListener(listener);
        new AnimationTimer() {
            private long begun;
            private long last;
            private long longest;
            private int moment;

            @Override
            public void handle(long now) {
                if (timeLine.stateProperty().get() != TimeLineState.READY) {
                    return;
                }
                if (begun == 0) {
                    begun = now;
                } else {
                    longest = Math.max(longest, now - last);
                }
                last = now;
                changes[0] += changed[0] ? 1 : 0;
                changed[0] = false;
                moment = (moment + 1) % MOMENTS;
                timeLine.lookAt((double) moment * ITERATIONS / (MOMENTS - 1));
                if (now - begun > seconds * NANOS_PER_SECOND) {
                    stop();
                    studio.synthesis().images().shown().removeListener(listener);
                    timeLine.toLive();
                    result.complete(new Frames(
                            CLASSES * columns,
                            changes[0] / ((now - begun) / NANOS_PER_SECOND),
                            longest / NANOS_PER_MILLI));
                }
            }
        }.start();
        return result;
    }
}
