package org.dwastudio.artifact;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** A folder that cannot be used or written; the message names it, what is wrong and what to do. */
public final class RunFolderException extends IOException {
    private static final long serialVersionUID = 1L;

    public RunFolderException(Path folder, String problem) {
        super(folder + ": " + problem);
    }

    private RunFolderException(Path folder, String problem, Throwable cause) {
        super(folder + ": " + problem, cause);
    }

    /** Puts into words why writing into a folder failed. */
    public static RunFolderException cannotWrite(Path folder, Exception cause) {
        if (cause instanceof RunFolderException known) {
            return known;
        }
        return new RunFolderException(folder, reason(cause), cause);
    }

    private static String reason(Exception cause) {
        if (cause instanceof NoSuchFileException) {
            return "vanished while it was being written to; choose another folder and start again";
        }
        if (cause instanceof AccessDeniedException) {
            return "must not be written to; choose another folder or change its permissions";
        }
        if (isDiskFull(cause)) {
            return "the disk is full; free some space or choose a folder on another disk";
        }
        return "cannot be written (" + describe(cause) + "); check the disk or choose another folder";
    }

    private static boolean isDiskFull(Exception cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left") || message.contains("not enough space") || message.contains("quota");
    }

    private static String describe(Exception cause) {
        if (cause instanceof FileSystemException problem && problem.getReason() != null) {
            return problem.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
