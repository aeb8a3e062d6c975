package org.dwastudio.ui.dataset;

import java.util.concurrent.CompletionException;

/** Messages of failures. */
final class FailureMessages {
    private FailureMessages() {}

    static String of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
