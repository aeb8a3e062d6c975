package org.dwastudio.data.download;

import java.io.IOException;
import org.dwastudio.text.Described;
import org.dwastudio.text.Message;
import org.jspecify.annotations.Nullable;

/** Failure that may not recur at the next attempt; its message is a clause within a sentence. */
final class TransientDownloadException extends IOException implements Described {
    private static final long serialVersionUID = 1L;

    private final transient Message description;

    TransientDownloadException(Message description) {
        this(description, null);
    }

    TransientDownloadException(Message description, @Nullable Throwable cause) {
        super(description.english(), cause);
        this.description = description;
    }

    @Override
    public Message description() {
        return description;
    }
}
