package org.dwastudio.weights;

import java.io.IOException;
import java.nio.file.Path;

/** Failure to read a file of tensors or to match it to a network; the message names the file and the problem. */
public final class WeightsException extends IOException {
    private static final long serialVersionUID = 1L;

    public WeightsException(Path file, String problem) {
        super(file + ": " + problem);
    }

    public WeightsException(Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }

    public static final String BROKEN = "; the file is broken or cut short. Please copy or download it again.";

    /**
     * Creates an exception for a damaged file.
     *
     * @param what clause that states the problem
     */
    public static WeightsException damaged(Path file, String what) {
        return new WeightsException(file, what + BROKEN);
    }

    public static WeightsException damaged(Path file, String what, Throwable cause) {
        return new WeightsException(file, what + BROKEN, cause);
    }
}
