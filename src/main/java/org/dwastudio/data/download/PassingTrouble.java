package org.dwastudio.data.download;

import java.io.IOException;

/** Something that may be over at the next attempt; the message says what, as half a sentence. */
final class PassingTrouble extends IOException {
    private static final long serialVersionUID = 1L;

    PassingTrouble(String message) {
        super(message);
    }

    PassingTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
