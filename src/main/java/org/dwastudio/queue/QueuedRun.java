package org.dwastudio.queue;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Run folders of a queued stage.
 *
 * @param input folder of the run whose images the stage uses; empty for a stage that makes a run of its own, or while the
 *     stage that makes this run has not ended
 * @param after identifier of the queued stage that makes the run whose images are used
 * @param made folder of the run that the stage itself has begun
 */
@RecordBuilder
public record QueuedRun(Optional<Path> input, Optional<String> after, Optional<Path> made)
        implements QueuedRunBuilder.With {
    private static final QueuedRun NEW = new QueuedRun(Optional.empty(), Optional.empty(), Optional.empty());

    /** Returns the folders of a stage that makes a run of its own and has not begun. */
    public static QueuedRun fresh() {
        return NEW;
    }

    /** Returns the folders of a stage that uses the images of a run. */
    public static QueuedRun on(Path input) {
        return NEW.withInput(Optional.of(input));
    }

    /** Returns the folders of a stage that uses the images of the run that another queued stage makes. */
    public static QueuedRun after(String id) {
        return NEW.withAfter(Optional.of(id));
    }
}
