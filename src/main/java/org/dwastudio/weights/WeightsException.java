package org.dwastudio.weights;

import java.io.IOException;
import java.nio.file.Path;

/** A file of tensors that cannot be read or does not fit; the message names the file and what is wrong with it. */
public final class WeightsException extends IOException {
    private static final long serialVersionUID = 1L;

    public WeightsException(Path file, String problem) {
        super(file + ": " + problem);
    }

    public WeightsException(Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }

    public static final String BROKEN = "; the file is broken or cut short. Please copy or download it again.";

    /** A file that is not whole; {@code what} is a clause that says what was met. */
    public static WeightsException damaged(Path file, String what) {
        return new WeightsException(file, what + BROKEN);
    }

    public static WeightsException damaged(Path file, String what, Throwable cause) {
        return new WeightsException(file, what + BROKEN, cause);
    }
}
