package org.dwastudio.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.dwastudio.config.ConfigException;
import org.dwastudio.config.ConfigProblem;
import org.dwastudio.stage.StageException;
import org.dwastudio.weights.WeightsException;
import org.junit.jupiter.api.Test;

class FailureCauseTest {
    private final IOException cause = new IOException("disk full");

    @Test
    void wrappersOfFuturesAreRemoved() {
        assertThat(FailureCause.of(new CompletionException(cause))).isSameAs(cause);
        assertThat(FailureCause.of(new ExecutionException(cause))).isSameAs(cause);
        assertThat(FailureCause.of(new ExecutionException(new CompletionException(cause))))
                .isSameAs(cause);
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

    @Test
    void theMessageOfAFailureIsOneLineWithoutNamesOfClasses() {
        Throwable inner = new IllegalStateException("a value is missing\nSee the manual");
        Throwable wrapper = new IllegalArgumentException(inner);

        assertThat(FailureCause.reason(wrapper).english()).isEqualTo("a value is missing");
        assertThat(FailureCause.reason(new IllegalArgumentException("own words", inner))
                        .english())
                .isEqualTo("own words");
        assertThat(FailureCause.reason(new IOException(new DescribedIOException(Message.of("file.empty"))))
                        .english())
                .isEqualTo("the file is empty");
    }

    @Test
    void aReasonWithinAnotherMessageNamesNoFile() {
        assertThat(FailureCause.reason(new NoSuchFileException("a/b.pth")).english())
                .isEqualTo("there is no such file or folder");
        assertThat(FailureCause.reason(new DescribedFileException(Path.of("a"), Message.of("file.empty")))
                        .english())
                .isEqualTo("the file is empty");
        assertThat(FailureCause.reason(new MalformedInputException(1)).english())
                .isEqualTo("the file is not UTF-8 text; save it as UTF-8");
        assertThat(FailureCause.reason(new IOException("No space left on device"))
                        .english())
                .isEqualTo("the disk is full");
        assertThat(FailureCause.reason(new EOFException()).english())
                .isEqualTo("the file ends too early, it is truncated");
    }

    @Test
    void anUnreadableWeightsFileIsReportedWithoutItsPathTwice() {
        Path file = Path.of("resnet18.pth");
        Message reason = FailureCause.reason(new AccessDeniedException(file.toString()));

        assertThat(new WeightsException(file, Message.of("weights.unreadable", reason)))
                .hasMessage("resnet18.pth: cannot be read: access is denied; please check its permissions.");
    }

    @Test
    void failuresOfUsersAreExpectedAndBugsAreNot() {
        assertThat(List.of(
                        new ConfigException(new ConfigProblem("e.yaml", "seed", Message.of("file.empty"))),
                        new CompletionException(new DescribedIOException(Message.of("file.empty"))),
                        new StageException(Message.of("memory.short")),
                        new IllegalArgumentException("rho is negative"),
                        cause))
                .allMatch(FailureCause::isExpected);
        assertThat(List.of(
                        new IllegalArgumentException(),
                        new CompletionException(new IllegalStateException("closed")),
                        new NullPointerException("teacher"),
                        new OutOfMemoryError("heap")))
                .noneMatch(FailureCause::isExpected);
    }
}
