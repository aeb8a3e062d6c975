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
import org.dwastudio.text.Described;
import org.dwastudio.text.Message;

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

    /** Returns the English message of the cause, see {@link #describe}. */
    public static String messageOf(Throwable failure) {
        return describe(failure).english();
    }

    /**
     * Returns the message of the cause. Exceptions of the file system, whose own message is a path or a few words of
     * the operating system, get a sentence.
     */
    public static Message describe(Throwable failure) {
        Throwable cause = of(failure);
        if (cause instanceof Described described) {
            return described.description();
        }
        if (cause instanceof FileSystemException problem) {
            return Message.of("file.failed", problem.getFile(), problem(problem));
        }
        if (cause instanceof CharacterCodingException) {
            return Message.of("file.notUtf8");
        }
        return cause instanceof IOException && "No space left on device".equals(cause.getMessage())
                ? Message.of("file.diskFull")
                : Message.of(cause);
    }

    private static Message problem(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return Message.of("file.missing");
        }
        if (failure instanceof AccessDeniedException) {
            return Message.of("file.denied");
        }
        if (failure instanceof FileAlreadyExistsException) {
            return Message.of("file.exists");
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return Message.of("file.notEmpty");
        }
        if (failure instanceof NotDirectoryException) {
            return Message.of("file.noFolder");
        }
        return failure.getReason() == null ? Message.of("file.unusable") : Message.literal(failure.getReason());
    }
}
