package org.dwastudio.data.download;

import java.io.IOException;
import org.dwastudio.text.Described;
import org.dwastudio.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Rejection of an archive that is unsafe or not the expected one; the message states the reason and the action to take.
 */
final class UnsafeArchiveException extends IOException implements Described {
    private static final long serialVersionUID = 1L;

    private final transient Message description;

    UnsafeArchiveException(Message description) {
        this(description, null);
    }

    UnsafeArchiveException(Message description, @Nullable Throwable cause) {
        super(description.english(), cause);
        this.description = description;
    }

    @Override
    public Message description() {
        return description;
    }
}
