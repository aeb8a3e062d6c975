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
        super(describe(file).english());
        this.description = describe(file);
    }

    @Override
    public Message description() {
        return description;
    }

    private static Message describe(Path file) {
        return Message.of("checkpoint.newer", file);
    }
}
