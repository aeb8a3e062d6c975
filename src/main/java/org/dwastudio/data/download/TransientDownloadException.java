package org.dwastudio.data.download;

import java.io.IOException;

/** Something that may be over at the next attempt; the message says what, as half a sentence. */
final class TransientDownloadException extends IOException {
    private static final long serialVersionUID = 1L;

    TransientDownloadException(String message) {
        super(message);
    }

    TransientDownloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
