package org.dwastudio.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
}
