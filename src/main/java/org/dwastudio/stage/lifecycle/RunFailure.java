package org.dwastudio.stage.lifecycle;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.dwastudio.config.StageName;
import org.dwastudio.event.RunEvent;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;

/** Translation of a run's failure into an event. */
public final class RunFailure {
    private RunFailure() {}

    /** Creates the event for a failure: an expected failure keeps its message, any other gets one with advice. */
    public static RunEvent.StageFailed of(StageName stage, Throwable failure) {
        StringWriter details = new StringWriter();
        failure.printStackTrace(new PrintWriter(details, true));
        return new RunEvent.StageFailed(stage, message(failure), details.toString(), Instant.now());
    }

    private static Message message(Throwable thrown) {
        if (FailureCause.isExpected(thrown)) {
            return FailureCause.describe(thrown);
        }
        Throwable failure = FailureCause.of(thrown);
        if (OutOfMemoryTranslator.isCauseOf(failure)) {
            return Message.of("memory.short");
        }
        return Message.of("stage.unforeseen", failure);
    }
}
