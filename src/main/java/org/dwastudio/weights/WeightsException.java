package org.dwastudio.weights;

import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.text.PrintableText;

/** Failure to read a file of tensors or to match it to a network; the message names the file and the problem. */
public final class WeightsException extends IOException {
    private static final long serialVersionUID = 1L;

    public WeightsException(Path file, String problem) {
        super(describe(file, problem));
    }

    public WeightsException(Path file, String problem, Throwable cause) {
        super(describe(file, problem), cause);
    }

    /** Names and values of a file go into messages: neither their length nor their characters are trusted. */
    private static String describe(Path file, String problem) {
        return PrintableText.escaped(file.toString()) + ": " + PrintableText.message(problem);
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
