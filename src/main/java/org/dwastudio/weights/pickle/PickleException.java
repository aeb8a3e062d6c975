package org.dwastudio.weights.pickle;

import java.io.IOException;
import org.dwastudio.text.Described;
import org.dwastudio.text.Message;

/**
 * Failure to read a pickle that is broken or uses an unsupported feature; the message states the problem and the byte
 * position.
 */
public class PickleException extends IOException implements Described {
    private static final long serialVersionUID = 1L;

    private final transient Message description;

    PickleException(Message problem) {
        super(problem.english());
        this.description = problem;
    }

    @Override
    public Message description() {
        return description;
    }
}
