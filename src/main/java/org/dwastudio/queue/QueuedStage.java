package org.dwastudio.queue;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.dwastudio.config.Experiment;
import org.dwastudio.config.StageName;
import org.dwastudio.text.Message;

/**
 * Stage that waits for the engine, with all settings it will have.
 *
 * @param id unique among the stages of a queue
 * @param experiment settings, as they were when the stage was queued
 * @param run folders that it uses and makes
 * @param added time at which it was queued
 * @param reason reason of a failure
 */
@RecordBuilder
public record QueuedStage(
        String id,
        StageName stage,
        Experiment experiment,
        QueuedRun run,
        Instant added,
        QueueState state,
        Optional<Message> reason)
        implements QueuedStageBuilder.With {

    /** Returns a stage that waits, with a new identifier. */
    public static QueuedStage waiting(StageName stage, Experiment experiment, QueuedRun run, Instant added) {
        return new QueuedStage(
                UUID.randomUUID().toString(), stage, experiment, run, added, QueueState.WAITING, Optional.empty());
    }

    /** Returns the reason of a failure that has no other: the stage could not be started. */
    public static Message refusal() {
        return Message.of("queue.refused");
    }

    /** Returns true if the stage uses the images of a run that another queued stage makes. */
    public boolean follows(String other) {
        return run.after().filter(other::equals).isPresent();
    }

    /** Returns the stage in another state, without a reason. */
    QueuedStage in(QueueState next) {
        return withState(next).withReason(Optional.empty());
    }

    /** Returns the stage as failed. */
    QueuedStage failed(Message why) {
        return withState(QueueState.FAILED).withReason(Optional.of(why));
    }
}
