package org.dwastudio.data.download;

import java.io.IOException;

/**
 * Rejection of an archive that is unsafe or not the expected one; the message states the reason and the action to take.
 */
final class UnsafeArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    UnsafeArchiveException(String message) {
        super(message);
    }

    UnsafeArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
