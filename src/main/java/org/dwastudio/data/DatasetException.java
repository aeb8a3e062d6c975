package org.dwastudio.data;

import java.io.IOException;
import org.dwastudio.text.Described;
import org.dwastudio.text.Message;
import org.jspecify.annotations.Nullable;

/** Failure to read a dataset; the message states the problem, the file and the action to take. */
public final class DatasetException extends IOException implements Described {
    private static final long serialVersionUID = 1L;

    private final transient Message description;

    public DatasetException(Message description) {
        this(description, null);
    }

    public DatasetException(Message description, @Nullable Throwable cause) {
        super(description.english(), cause);
        this.description = description;
    }

    @Override
    public Message description() {
        return description;
    }
}
