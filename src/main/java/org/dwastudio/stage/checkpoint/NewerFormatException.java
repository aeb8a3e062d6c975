package org.dwastudio.stage.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/** A file that only a newer version of this program can read. */
public final class NewerFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public NewerFormatException(Path file) {
        super(file + ": was written by a newer version of this program. Please go on with that version.");
    }
}
