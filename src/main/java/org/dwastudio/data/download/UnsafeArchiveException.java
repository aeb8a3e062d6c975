package org.dwastudio.data.download;

import java.io.IOException;

/** An archive that is not unpacked, or is not what it should be; the message says why and what to do. */
final class UnsafeArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    UnsafeArchiveException(String message) {
        super(message);
    }

    UnsafeArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
