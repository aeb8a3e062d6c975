package org.dwastudio.stage.lifecycle;

import java.io.IOException;
import java.util.Optional;
import org.dwastudio.config.Experiment;
import org.dwastudio.event.RunListener;
import org.dwastudio.run.RunDirectory;
import org.dwastudio.run.RunMetadata;
import org.dwastudio.run.record.RunRecorder;
import org.dwastudio.stage.request.StageOutcome;

/**
 * Stage whose inputs are open.
 *
 * @param <C> content of a checkpoint
 * @param <O> outcome of the stage
 */
public interface PreparedWork<C extends ResumePoint, O extends StageOutcome> extends AutoCloseable {
    /** Returns the experiment to record: the given one, with the values that the stage measured for it. */
    Experiment experiment();

    /** Returns the metadata of a run that starts now. */
    RunMetadata metadata();

    /** Returns the listener to notify; a resumed stage wraps the given one in order to replay earlier events to it. */
    default RunListener observedBy(RunListener listener) {
        return listener;
    }

    /**
     * Does the work of the stage.
     *
     * @param directory the run folder
     * @param from checkpoint to resume from; empty starts from the beginning
     * @param listener receives all events
     * @param recorder record of the same events; asked for what is on disk
     * @throws org.dwastudio.run.RunFolderException if the run folder cannot be written
     * @throws IOException if something else cannot be read or written
     */
    O run(RunDirectory directory, Optional<C> from, RunListener listener, RunRecorder recorder) throws IOException;

    /** Closes the inputs. */
    @Override
    void close();
}
