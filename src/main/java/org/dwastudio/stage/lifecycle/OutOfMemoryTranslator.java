package org.dwastudio.stage.lifecycle;

import ai.djl.engine.EngineException;
import java.util.List;
import java.util.Locale;
import org.dwastudio.stage.StageException;
import org.dwastudio.text.Message;

/** Translation of out-of-memory failures into user messages. */
public final class OutOfMemoryTranslator {
    /** Message fragments of out-of-memory errors from PyTorch, its convolutions, CUDA and C++. */
    private static final List<String> WORDS = List.of(
            "can't allocate memory",
            "not enough memory",
            "out of memory",
            "bad_alloc",
            "bad allocation",
            "could not create a memory object",
            "could not create a primitive",
            "could not execute a primitive",
            "cublas_status_alloc_failed",
            "cudnn_status_alloc_failed");

    private OutOfMemoryTranslator() {}

    /** Returns true when a failure was caused by a lack of memory. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError || (cause instanceof EngineException && reportsNoMemory(cause))) {
                return true;
            }
        }
        return false;
    }

    private static boolean reportsNoMemory(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(message::contains);
    }

    /**
     * Translates the failure into a message with a remedy.
     *
     * @param batchSize batch size at which it happened
     * @param fitting the largest batch size that would fit; 0 when none would
     */
    public static StageException of(Throwable failure, int batchSize, int fitting) {
        StageException shortage = new StageException(
                fitting > 0
                        ? Message.of("memory.smallerBatch", batchSize, fitting)
                        : Message.of("memory.smallerTeacher", batchSize));
        shortage.initCause(failure);
        return shortage;
    }
}
