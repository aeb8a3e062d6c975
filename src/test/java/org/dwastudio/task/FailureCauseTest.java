package org.dwastudio.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailureCauseTest {
    private final IOException cause = new IOException("disk full");

    @Test
    void wrappersOfFuturesAreRemoved() {
        assertThat(FailureCause.of(new CompletionException(cause))).isSameAs(cause);
        assertThat(FailureCause.of(new ExecutionException(cause))).isSameAs(cause);
    }

    @Test
    void otherFailuresKeepTheirCause() {
        IllegalStateException failure = new IllegalStateException("closed", cause);

        assertThat(FailureCause.of(failure)).isSameAs(failure);
    }

    @Test
    void aFailureWithoutMessageIsNamedByItsClass() {
        assertThat(FailureCause.messageOf(new CompletionException(cause))).isEqualTo("disk full");
        assertThat(FailureCause.messageOf(new NullPointerException())).isEqualTo("NullPointerException");
    }

    @Test
    void failuresOfTheFileSystemAreSentences() {
        assertThat(FailureCause.messageOf(new NoSuchFileException("a/b.yaml")))
                .isEqualTo("a/b.yaml: there is no such file or folder.");
        assertThat(FailureCause.messageOf(new UncheckedIOException(new AccessDeniedException("a"))))
                .isEqualTo("a: access is denied; please check its permissions.");
        assertThat(FailureCause.messageOf(new FileSystemException("a", null, "Input/output error")))
                .isEqualTo("a: Input/output error.");
        assertThat(FailureCause.messageOf(new MalformedInputException(1)))
                .isEqualTo("The file is not UTF-8 text. Please save it as UTF-8.");
        assertThat(FailureCause.messageOf(new IOException("No space left on device")))
                .startsWith("The disk is full.");
    }
}
