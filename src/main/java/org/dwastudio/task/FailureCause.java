package org.dwastudio.task;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** The failure that asynchronous work reports, without the wrappers of futures. */
public final class FailureCause {
    private FailureCause() {}

    /** Returns the cause of a future's exception; any other failure is returned as it is. */
    public static Throwable of(Throwable failure) {
        boolean wrapper = failure instanceof CompletionException || failure instanceof ExecutionException;
        return wrapper && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Returns the message of the cause; its class where it has no message. */
    public static String messageOf(Throwable failure) {
        Throwable cause = of(failure);
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
