package org.dwastudio.stage.lifecycle;

import java.io.IOException;
import java.util.Optional;
import org.dwastudio.run.RunFolderException;
import org.dwastudio.stage.StageException;
import org.dwastudio.text.DescribedIOException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/** Hint at the stored results from which a stage can be resumed when its folder can no longer be written. */
@FunctionalInterface
public interface RecoveryHint {
    /** Work of a stage. */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Runs the work.
         *
         * @throws RunFolderException if the folder of the results cannot be written
         * @throws IOException if something else cannot be read or written
         */
        T run() throws IOException;
    }

    /** Returns a sentence about the stored results; empty if there are none. */
    Optional<Message> sentence() throws IOException;

    /** Runs the work of a stage; a failure to write its folder gets this hint. */
    default <T> T during(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (RunFolderException failure) {
            throw addedTo(failure);
        }
    }

    private IOException addedTo(RunFolderException failure) {
        try {
            return sentence()
                    .<IOException>map(hint -> new DescribedIOException(
                            Message.of("stage.stored", FailureCause.reason(failure), hint), failure))
                    .orElse(failure);
        } catch (IOException | StageException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }
}
