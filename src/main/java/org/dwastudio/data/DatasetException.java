package org.dwastudio.data;

import java.io.IOException;

/** A dataset cannot be read; the message tells what is wrong, in which file, and what to do. */
public final class DatasetException extends IOException {
    private static final long serialVersionUID = 1L;

    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
