package org.dwastudio.text;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Failure to use a file, with a reason in several languages. */
public final class DescribedFileException extends FileSystemException implements Described {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    public DescribedFileException(Path file, Message reason) {
        super(file.toString(), null, reason.english());
        this.reason = reason;
    }

    /** Returns the reason without the file. */
    public Message reason() {
        return reason;
    }

    @Override
    public Message description() {
        return Message.of("file.failed", getFile(), reason);
    }
}
