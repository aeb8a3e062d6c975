package org.dwastudio.data;

import java.io.IOException;

/** Failure to read a dataset; the message states the problem, the file and the action to take. */
public final class DatasetException extends IOException {
    private static final long serialVersionUID = 1L;

    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
