package org.dwastudio.stage.lifecycle;

import ai.djl.engine.EngineException;
import java.util.List;
import java.util.Locale;
import org.dwastudio.stage.StageException;

/** A device that has no memory left, told from other failures and put into words. */
public final class OutOfMemoryTranslator {
    /** What PyTorch, its convolutions, CUDA and C++ say. */
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

    /** Whether memory was what a stage lacked. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError || (cause instanceof EngineException && saysSo(cause))) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysSo(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(message::contains);
    }

    /**
     * The failure in words.
     *
     * @param batchSize with which it happened
     * @param fitting the largest that would fit; 0 when none would
     */
    public static StageException of(Throwable failure, int batchSize, int fitting) {
        String remedy = fitting > 0
                ? "Please choose a batch size of " + fitting + " or less"
                : "Please choose a smaller teacher, columns one by one instead of all at once";
        StageException shortage = new StageException("There is not enough memory for a batch of " + batchSize + ". "
                + remedy + ", or close other programs. Finished columns are kept: another run goes on from the first"
                + " unfinished one with ipcStart.");
        shortage.initCause(failure);
        return shortage;
    }
}
