package org.dwastudio.stage;

import java.io.IOException;
import java.util.Optional;
import org.dwastudio.config.StageName;

/**
 * One stage of the pipeline. It finds its input in a run folder or an experiment and leaves its result in a folder, so
 * that no stage needs to know another. All methods but {@link #name} and {@link #tuning} run on the engine thread.
 *
 * @param <I> the request that it answers
 * @param <O> its outcome
 */
public interface Stage<I, O> {

    /** Returns the name of the stage. */
    StageName name();

    /** Returns the parameters that can be changed while the stage runs; empty when there are none. */
    default Optional<LiveTuning> tuning(I input) {
        return Optional.empty();
    }

    /**
     * Estimates time, memory and disk space of the part that is not done yet. Measures a few steps, which takes seconds.
     *
     * @throws IOException if the input cannot be read; the message states what to do
     */
    StageDemand demand(I input, StageServices services) throws IOException;

    /**
     * Runs the stage to its end or until it is canceled.
     *
     * @throws IOException if a file cannot be read or written, or is inconsistent; the message states what to do
     */
    O run(I input, StageContext context) throws IOException;
}
