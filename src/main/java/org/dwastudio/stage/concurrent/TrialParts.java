package org.dwastudio.stage.concurrent;

import ai.djl.ndarray.NDManager;

/**
 * Parts of a stage whose steps are timed before the stage begins. A part is opened and closed by the calling thread and
 * makes its steps on a worker.
 *
 * @param <P> an opened part
 */
public interface TrialParts<P> {
    /**
     * Opens a part.
     *
     * @param images images of a step
     * @param parent parent of its tensors
     */
    P open(int images, NDManager parent);

    /** Makes one step of an opened part; steps of several parts run at the same time. */
    void step(P part);

    /** Closes an opened part. */
    void close(P part);
}
