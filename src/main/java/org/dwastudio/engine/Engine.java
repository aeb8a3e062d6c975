package org.dwastudio.engine;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dwastudio.compute.DeviceInUse;
import org.dwastudio.compute.PrecisionAdvice;
import org.dwastudio.config.synthesis.Execution.Precision;
import org.dwastudio.event.RunListener;
import org.dwastudio.stage.StageEstimate;
import org.dwastudio.stage.StageRun;
import org.dwastudio.stage.request.StageRequest;

/**
 * The engine as the window and the command line see it. Every method returns at once; futures complete on a thread of
 * the engine. Failures carry a message that a user can act on.
 */
public interface Engine extends AutoCloseable {

    /** Loads the native library, so that later calls are quick, and returns the device in use. */
    CompletableFuture<DeviceInUse> warmUp();

    /** Returns the precisions that bring no speed-up on the device in use, with the reason. They still work. */
    CompletableFuture<Map<Precision, PrecisionAdvice>> precisionAdvice();

    /**
     * Starts a stage, or resumes it to the same result, byte for byte, that it would have had uninterrupted. Stages run
     * one after the other.
     *
     * @param listener notified on the engine thread; a resumed stage first replays what was measured and finished
     *     before
     */
    <O> StageRun<O> start(StageRequest<O> request, RunListener listener);

    /**
     * Estimates time, memory and disk space of a stage; of a resumed stage, relabel or evaluation only the part that is
     * not done yet. Measures a few steps, which takes seconds.
     */
    CompletableFuture<StageEstimate> estimate(StageRequest<?> request);

    /** Returns the service for datasets. */
    DatasetService datasets();

    /** Returns the service for teachers. */
    TeacherService teachers();

    /** Returns the service for features of images. */
    FeatureService features();

    /** Returns the service for stored results. */
    ResultService results();

    /** Cancels running work and ends the engine thread. */
    @Override
    void close();
}
