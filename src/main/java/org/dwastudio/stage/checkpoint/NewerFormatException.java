package org.dwastudio.stage.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.text.Described;
import org.dwastudio.text.Message;

/** A file that only a newer version of this program can read. */
public final class NewerFormatException extends IOException implements Described {
    private static final long serialVersionUID = 1L;

    private final transient Message description;

    public NewerFormatException(Path file) {
        this(Message.of("checkpoint.newer", file));
    }

    private NewerFormatException(Message description) {
        super(description.english());
        this.description = description;
    }

    @Override
    public Message description() {
        return description;
    }
}
