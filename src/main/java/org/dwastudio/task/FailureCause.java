package org.dwastudio.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Cause of a failure without the exceptions that futures and streams wrap it in, and its message for the user. */
public final class FailureCause {
    private FailureCause() {}

    /** Returns the wrapped exception of a future or a stream; any other failure is returned as it is. */
    public static Throwable of(Throwable failure) {
        boolean wrapper = failure instanceof CompletionException
                || failure instanceof ExecutionException
                || failure instanceof UncheckedIOException;
        return wrapper && failure.getCause() != null ? failure.getCause() : failure;
    }

    /**
     * Returns the message of the cause. Exceptions of the file system, whose own message is a path or a few words of
     * the operating system, get a sentence.
     */
    public static String messageOf(Throwable failure) {
        Throwable cause = of(failure);
        if (cause instanceof FileSystemException problem) {
            return problem.getFile() + ": " + problem(problem) + ".";
        }
        if (cause instanceof CharacterCodingException) {
            return "The file is not UTF-8 text. Please save it as UTF-8.";
        }
        String message = cause.getMessage();
        if (message == null) {
            return cause.getClass().getSimpleName();
        }
        return cause instanceof IOException && message.equals("No space left on device")
                ? "The disk is full. Please free some space, or choose a folder on another disk."
                : message;
    }

    private static String problem(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "access is denied; please check its permissions";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "exists already";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        }
        if (failure instanceof NotDirectoryException) {
            return "is not a folder";
        }
        return failure.getReason() == null ? "cannot be read or written" : failure.getReason();
    }
}
