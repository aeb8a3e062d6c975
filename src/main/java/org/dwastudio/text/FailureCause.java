package org.dwastudio.text;

import java.io.EOFException;
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

    /** Returns the wrapped exception of futures and streams; any other failure is returned as it is. */
    public static Throwable of(Throwable failure) {
        Throwable cause = failure;
        while (isWrapper(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isWrapper(Throwable failure) {
        return failure instanceof CompletionException
                || failure instanceof ExecutionException
                || failure instanceof UncheckedIOException;
    }

    /**
     * Returns true if the cause is a failure that users can cause or repair, such as a wrong value or a full disk. Its
     * message is enough for them; any other failure is a bug.
     */
    public static boolean isExpected(Throwable failure) {
        Throwable cause = of(failure);
        boolean foreseen =
                cause instanceof Described || cause instanceof IOException || cause instanceof IllegalArgumentException;
        return foreseen && cause.getMessage() != null;
    }

    /** Returns the English message of the cause, see {@link #describe}. */
    public static String messageOf(Throwable failure) {
        return describe(failure).english();
    }

    /** Returns the message of the cause as a sentence that names the file, if the file system failed. */
    public static Message describe(Throwable failure) {
        Throwable cause = of(failure);
        if (cause instanceof FileSystemException problem) {
            return Message.of("file.failed", problem.getFile(), reason(problem));
        }
        if (cause instanceof CharacterCodingException) {
            return Message.of("file.notUtf8");
        }
        return isDiskFull(cause) ? Message.of("file.diskFull") : reason(cause);
    }

    /**
     * Returns the message of the cause as a part of another message that already names the file. Exceptions of the file
     * system, whose own message is a path or a few words of the operating system, get a clause. Exceptions that only
     * wrap another one, whose class they name, have the reason of that.
     */
    public static Message reason(Throwable failure) {
        if (failure instanceof DescribedFileException problem) {
            return problem.reason();
        }
        if (failure instanceof Described described) {
            return described.description();
        }
        if (failure instanceof FileSystemException problem) {
            return problem(problem);
        }
        if (failure instanceof CharacterCodingException) {
            return Message.of("file.encoding");
        }
        return isDiskFull(failure) ? Message.of("file.full") : ofText(failure);
    }

    /** Returns the first line of the text of a failure; of one that only wraps another one, the reason of that. */
    private static Message ofText(Throwable failure) {
        String text = failure.getMessage();
        Throwable cause = failure.getCause();
        if (cause != null && (text == null || text.equals(cause.toString()))) {
            return reason(cause);
        }
        if (text == null) {
            return failure instanceof EOFException
                    ? Message.of("file.truncated")
                    : Message.literal(failure.getClass().getSimpleName());
        }
        return Message.literal(text.lines().findFirst().orElse(""));
    }

    private static boolean isDiskFull(Throwable cause) {
        return cause instanceof IOException && "No space left on device".equals(cause.getMessage());
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
