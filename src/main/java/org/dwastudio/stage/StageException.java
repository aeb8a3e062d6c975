package org.dwastudio.stage;

import org.dwastudio.text.Described;
import org.dwastudio.text.Message;

/** Failure that ends a stage; the message states the cause and what to do. */
public class StageException extends RuntimeException implements Described {
    private static final long serialVersionUID = 1L;

    private final transient Message description;

    public StageException(Message description) {
        super(description.english());
        this.description = description;
    }

    @Override
    public Message description() {
        return description;
    }
}
