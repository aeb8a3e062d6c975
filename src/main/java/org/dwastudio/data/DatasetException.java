package org.dwastudio.data;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Failure to read a dataset; the message states the problem, the file and the action to take. */
public final class DatasetException extends IOException {
    private static final long serialVersionUID = 1L;

    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
