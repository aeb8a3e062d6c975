package org.dwastudio.stage.lifecycle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.stage.checkpoint.CheckpointStore;
import org.dwastudio.stage.request.StageOutcome;
import org.dwastudio.text.Message;

/**
 * Part of a stage with checkpoints that is specific to it: everything but the run folder, its lock, its record and the
 * decision where to start, which {@link ResumableRun} contributes.
 *
 * @param <C> content of a checkpoint
 * @param <O> outcome of the stage
 */
public interface ResumableWork<C extends ResumePoint, O extends StageOutcome> {
    /** Returns the name of the stage. */
    StageName stage();

    /** Returns the unit of progress that {@link ResumePoint#completed} counts, for example {@code epoch}. */
    String unit();

    /** Returns the checkpoints of a run. */
    CheckpointStore<C> checkpoints(RunDirectory directory);

    /** Returns a file that exists when the stage is finished. */
    Path result(RunDirectory directory);

    /** Returns the advice to a user who resumes a finished run, starting with {@code its}. */
    Message nextStep(RunDirectory directory);

    /** Reduces an experiment to the settings that determine the result of the stage; paths may change. */
    Experiment decisive(Experiment experiment);

    /**
     * Opens the inputs of the stage. Does not modify the run folder.
     *
     * @param experiment the experiment of the run
     * @param from the run to resume, whose inputs must not have changed; empty for a new run
     * @throws IOException if an input cannot be read or has changed
     */
    PreparedWork<C, O> prepare(Experiment experiment, Optional<InterruptedStage<C>> from) throws IOException;
}
