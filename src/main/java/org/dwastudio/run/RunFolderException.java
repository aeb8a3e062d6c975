package org.dwastudio.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.dwastudio.text.Described;
import org.dwastudio.text.DescribedFileException;
import org.dwastudio.text.FailureCause;
import org.dwastudio.text.Message;
import org.jspecify.annotations.Nullable;

/** Failure to use or write a folder; the message names the folder, the problem and the action to take. */
public final class RunFolderException extends IOException implements Described {
    private static final long serialVersionUID = 1L;
    private static final long LEAST_SPACE = 1 << 16;

    private final transient Message description;

    /**
     * Creates an exception.
     *
     * @param problem clause that states the problem
     */
    public RunFolderException(Path folder, Message problem) {
        this(Message.of("run.problem", folder, problem), null);
    }

    private RunFolderException(Message description, @Nullable Throwable cause) {
        super(description.english(), cause);
        this.description = description;
    }

    /** Creates an exception with the reason why writing into a folder failed. */
    public static RunFolderException cannotWrite(Path folder, Exception cause) {
        return cause instanceof RunFolderException known
                ? known
                : new RunFolderException(Message.of("run.problem", folder, reason(folder, cause)), cause);
    }

    @Override
    public Message description() {
        return description;
    }

    private static Message reason(Path folder, Exception cause) {
        if (cause instanceof RuntimeException) {
            return Message.of("run.unrecorded", FailureCause.reason(cause));
        }
        if (cause instanceof NoSuchFileException missing) {
            return isBelow(folder, missing)
                    ? Message.of("run.vanished")
                    : Message.of("run.fileGone", String.valueOf(missing.getFile()));
        }
        if (cause instanceof DescribedFileException other && !isBelow(folder, other)) {
            return FailureCause.describe(other);
        }
        if (cause instanceof AccessDeniedException) {
            return Message.of("run.denied");
        }
        return isDiskFull(folder, cause)
                ? Message.of("run.diskFull")
                : Message.of("run.unwritable", FailureCause.reason(cause));
    }

    private static boolean isBelow(Path folder, FileSystemException failure) {
        // Compared as text: the name of a temporary file begins with the name of its target.
        return failure.getFile() == null
                || Path.of(failure.getFile())
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
}
