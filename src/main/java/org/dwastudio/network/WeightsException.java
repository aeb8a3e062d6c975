package org.dwastudio.network;

import java.io.IOException;
import java.nio.file.Path;

/** A file of tensors that cannot be read or does not fit; the message names the file and what is wrong with it. */
public final class WeightsException extends IOException {
    private static final long serialVersionUID = 1L;

    WeightsException(Path file, String problem) {
        super(file + ": " + problem);
    }

    WeightsException(Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
