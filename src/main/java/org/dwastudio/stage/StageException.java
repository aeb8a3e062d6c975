package org.dwastudio.stage;

/** A stage cannot go on; the message says why and what to do. */
public class StageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StageException(String message) {
        super(message);
    }
}
