package org.dwastudio.ui.fake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.config.preset.SynthesisPresets;
import org.dwastudio.data.ImageDataset;
import org.dwastudio.data.InMemoryDataset;
import org.dwastudio.data.LabeledImages;
import org.dwastudio.event.ColumnState;
import org.dwastudio.event.RunEvent;
import org.dwastudio.image.ImageBatch;
import org.dwastudio.run.TestImages;
import org.dwastudio.stage.inspection.RealSet;
import org.dwastudio.ui.fx.Threads;
import org.dwastudio.ui.notice.Notices;
import org.dwastudio.ui.realimage.RealImagesViewModel;
import org.dwastudio.ui.realimage.ShownFeatures;
import org.dwastudio.ui.synthesis.ImagesViewModel;

/**
 * Images of a run of three classes with their features, which are the pixels. The thread of the test takes the part of
 * the FX thread and of those in the background, whenever it wants; the clock is the test's too.
 */
public final class ShownRun {
    public static final List<String> CLASSES = List.of("ant", "bee", "cow");
    public static final int REAL_PER_CLASS = 20;
    public static final int SIZE = 4;

    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Threads threads = new Threads(fx::add, background::add, this::nanos);
    private final Notices notices = new Notices();
    private final ImagesViewModel images = new ImagesViewModel();
    private final PixelFeatures service;
    private final RealImagesViewModel real;
    private final ShownFeatures features;
    private final Experiment experiment = SynthesisPresets.demonstration();
    private long nanos;

    /** @param folder folder for the features of the real images */
    public ShownRun(Path folder) {
        service = new PixelFeatures(dataset(), folder.resolve("features.npy"));
        real = new RealImagesViewModel(service, threads.fx(), notices, experiment);
        features = new ShownFeatures(images, real, threads);
    }

    /** Returns 60 random images of three classes in turn. */
    public static ImageDataset dataset() {
        int count = CLASSES.size() * REAL_PER_CLASS;
        int[] labels = IntStream.range(0, count).map(i -> i % CLASSES.size()).toArray();
        LabeledImages train = new LabeledImages(TestImages.random(count, SIZE, 1, 5), labels);
        return new InMemoryDataset("animals", CLASSES, train, train);
    }

    /** Starts a run with another teacher, if one is given. */
    public void start(int columns, String... teacher) {
        start(columns, CLASSES.size(), teacher);
    }

    /** Starts a run of any number of classes. */
    public void start(int columns, int classes, String... teacher) {
        Experiment started = experiment.withSynthesis(experiment.synthesis().withImagesPerClass(columns));
        if (teacher.length > 0) {
            started = started.withTeacher(started.teacher().withWeights(teacher[0]));
        }
        real.onStart(started);
        images.onStart(started);
        features.onStart(started);
        List<String> names = classes == CLASSES.size() ? CLASSES : Collections.nCopies(classes, "class");
        images.onEvent(new RunEvent.StageStarted(StageName.SYNTHESIS, 1, names, Instant.EPOCH));
    }

    /** Shows newer images of a column of three classes. */
    public ImageBatch show(int column, int iteration, ColumnState state) {
        return show(column, iteration, state, pixels(column, iteration));
    }

    /** Shows newer images of a column. */
    public ImageBatch show(int column, int iteration, ColumnState state, ImageBatch block) {
        images.onEvent(new RunEvent.ImagesChanged(column, iteration, 0, state, block));
        features.onBatchEnd();
        return block;
    }

    /** Ends the run. */
    public void end() {
        images.onEnd();
        features.onEnd();
        settle();
    }

    /** Returns the images of a column at an iteration. */
    public static ImageBatch pixels(int column, int iteration) {
        return TestImages.random(CLASSES.size(), SIZE, 1, 1000L * column + iteration);
    }

    /** Does what waits for the FX thread. */
    public void settle() {
        for (Optional<Runnable> next = next(fx); next.isPresent(); next = next(fx)) {
            next.get().run();
        }
    }

    /** Does everything that waits, also in the background. */
    public void finish() {
        settle();
        for (Optional<Runnable> next = next(background); next.isPresent(); next = next(background)) {
            next.get().run();
            settle();
        }
    }

    private static Optional<Runnable> next(Queue<Runnable> tasks) {
        return Optional.ofNullable(tasks.poll());
    }

    /** Moves the clock and ends a batch of events. */
    public void pass(double seconds) {
        nanos += (long) (seconds * 1e9);
        features.onBatchEnd();
    }

    private long nanos() {
        return nanos;
    }

    /** Returns the number of tasks that wait in the background. */
    public int waiting() {
        return background.size();
    }

    /** Returns the real images, which must be known. */
    public RealSet realSet() {
        return real.setProperty().get().value().orElseThrow();
    }

    public Threads threads() {
        return threads;
    }

    public Notices notices() {
        return notices;
    }

    public ImagesViewModel images() {
        return images;
    }

    public PixelFeatures service() {
        return service;
    }

    public RealImagesViewModel real() {
        return real;
    }

    public ShownFeatures features() {
        return features;
    }

    public Experiment experiment() {
        return experiment;
    }
}
