package org.dwastudio.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Failure to use or write a folder; the message names the folder, the problem and the action to take. */
public final class RunFolderException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final long LEAST_SPACE = 1 << 16;

    public RunFolderException(Path folder, String problem) {
        super(folder + ": " + problem);
    }

    private RunFolderException(Path folder, String problem, Throwable cause) {
        super(folder + ": " + problem, cause);
    }

    /** Creates an exception with the reason why writing into a folder failed. */
    public static RunFolderException cannotWrite(Path folder, Exception cause) {
        return cause instanceof RunFolderException known
                ? known
                : new RunFolderException(folder, reason(folder, cause), cause);
    }

    private static String reason(Path folder, Exception cause) {
        if (cause instanceof RuntimeException) {
            return "the run could not be recorded (" + describe(cause) + "); please report this with the details";
        }
        if (cause instanceof NoSuchFileException missing) {
            return isBelow(folder, missing)
                    ? "vanished while it was being written to; choose another folder and start again"
                    : "cannot be written, because " + missing.getFile() + " is not there any more; put it back";
        }
        if (cause instanceof AccessDeniedException) {
            return "must not be written to; choose another folder or change its permissions";
        }
        if (isDiskFull(folder, cause)) {
            return "the disk is full; free some space or choose a folder on another disk";
        }
        return "cannot be written (" + describe(cause) + "); check the disk or choose another folder";
    }

    private static boolean isBelow(Path folder, NoSuchFileException missing) {
        // Compared as text: the name of a temporary file begins with the name of its target.
        return missing.getFile() == null
                || Path.of(missing.getFile())
                        .toAbsolutePath()
                        .toString()
                        .startsWith(folder.toAbsolutePath().toString());
    }

    private static boolean isDiskFull(Path folder, Exception cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no space left") || message.contains("not enough space") || message.contains("quota")) {
            return true;
        }
        // The system's message is in the user's language: check the free space as well.
        try {
            return Files.getFileStore(folder).getUsableSpace() < LEAST_SPACE;
        } catch (IOException e) {
            return false;
        }
    }

    private static String describe(Exception cause) {
        if (cause instanceof FileSystemException problem && problem.getReason() != null) {
            return problem.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
