package org.dwastudio.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.config.DatasetConfig;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.TeacherConfig;
import org.dwastudio.event.PixelBlock;
import org.dwastudio.event.RunListener;

/**
 * The engine as the window and the command line see it. Every method returns at once; futures complete on the engine
 * thread. Failures carry a message that a user can act on.
 */
public interface Engine extends AutoCloseable {

    /** Loads the native library, so that later calls are quick; the text names device and threads, as {@code CPU · 2 threads}. */
    CompletableFuture<String> warmUp();

    CompletableFuture<DatasetSummary> dataset(DatasetConfig config);

    CompletableFuture<TeacherSummary> teacher(TeacherConfig config);

    /**
     * Starts the synthesis of an experiment.
     *
     * @param experiment validated; its {@link Experiment#tuning()} is replayed
     * @param folder the run folder; must not exist or be empty
     * @param listener told on the engine thread
     */
    Run startSynthesis(Experiment experiment, Path folder, RunListener listener);

    /**
     * Starts the training of a teacher on an experiment's dataset.
     *
     * @param experiment validated; its {@link Experiment#squeeze()} and seed decide
     * @param folder the run folder; must not exist or be empty
     * @param listener told on the engine thread
     */
    SqueezeRun startSqueeze(Experiment experiment, Path folder, RunListener listener);

    /**
     * What the unadjusted teacher says about one picture: all classes, most probable first. Answered between two steps
     * when a run is under way.
     *
     * @param picture exactly one picture
     */
    CompletableFuture<List<ClassProbability>> teacherSays(TeacherConfig config, PixelBlock picture);

    /**
     * Copies the pictures of a run into {@code CLASS/NAME.png} below a folder.
     *
     * @return the number of pictures written
     */
    CompletableFuture<Integer> exportImages(Path runFolder, Path target);

    /** Cancels what is under way and ends the engine thread. */
    @Override
    void close();
}
