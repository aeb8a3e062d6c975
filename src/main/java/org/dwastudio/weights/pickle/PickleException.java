package org.dwastudio.weights.pickle;

import java.io.IOException;

/**
 * Failure to read a pickle that is broken or uses an unsupported feature; the message states the problem and the byte
 * position.
 */
public class PickleException extends IOException {
    private static final long serialVersionUID = 1L;

    PickleException(String problem) {
        super(problem);
    }
}
