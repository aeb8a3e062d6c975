package org.dwastudio.weights;

import java.io.IOException;
import java.nio.file.Path;
import org.dwastudio.text.Described;
import org.dwastudio.text.Message;
import org.jspecify.annotations.Nullable;

/** Failure to read a file of tensors or to match it to a network; the message names the file and the problem. */
public final class WeightsException extends IOException implements Described {
    private static final long serialVersionUID = 1L;

    private final transient Message description;

    /**
     * Creates an exception.
     *
     * @param problem clause or sentences that state the problem
     */
    public WeightsException(Path file, Message problem) {
        this(file, problem, null);
    }

    public WeightsException(Path file, Message problem, @Nullable Throwable cause) {
        this(Message.of("weights.problem", file, problem), cause);
    }

    private WeightsException(Message description, @Nullable Throwable cause) {
        super(description.english(), cause);
        this.description = description;
    }

    @Override
    public Message description() {
        return description;
    }

    /**
     * Creates an exception for a bundled name that does not exist.
     *
     * @param known the name that exists
     */
    public static WeightsException noneBundled(String name, String known) {
        return new WeightsException(Message.of("teacher.none", name, known), null);
    }

    public static final String BROKEN = "; the file is broken or cut short. Please copy or download it again.";

    /**
     * Creates an exception for a damaged file.
     *
     * @param what clause that states the problem
     */
    public static WeightsException damaged(Path file, Message what) {
        return new WeightsException(file, Message.of("weights.broken", what));
    }

    public static WeightsException damaged(Path file, Message what, Throwable cause) {
        return new WeightsException(file, Message.of("weights.broken", what), cause);
    }
}
