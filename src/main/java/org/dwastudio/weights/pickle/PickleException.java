package org.dwastudio.weights.pickle;

import java.io.IOException;

/** A pickle that is broken or asks for what is not read; the message says what and at which byte. */
public class PickleException extends IOException {
    private static final long serialVersionUID = 1L;

    PickleException(String problem) {
        super(problem);
    }
}
