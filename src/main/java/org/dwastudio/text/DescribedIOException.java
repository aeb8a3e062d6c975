package org.dwastudio.text;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Failure to read or write with a message in several languages. */
public final class DescribedIOException extends IOException implements Described {
    private static final long serialVersionUID = 1L;

    private final transient Message description;

    public DescribedIOException(Message description) {
        this(description, null);
    }

    public DescribedIOException(Message description, @Nullable Throwable cause) {
        super(description.english(), cause);
        this.description = description;
    }

    @Override
    public Message description() {
        return description;
    }
}
