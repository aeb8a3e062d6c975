package org.dwastudio.data.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class HttpErrorMessagesTest {
    private static final URI ADDRESS = URI.create("https://publisher.example/set.zip");

    @Test
    void aMissingNetworkIsReported() {
        IOException failure = new ConnectException();
        failure.initCause(new ConnectException().initCause(new UnresolvedAddressException()));

        assertThat(HttpErrorMessages.of(failure, ADDRESS))
                .hasToString("unknown host publisher.example, or this computer has no network");
    }

    @Test
    void whatElseKeepsAServerFromAnsweringIsNamed() {
        assertThat(HttpErrorMessages.of(new HttpConnectTimeoutException("timed out"), ADDRESS))
                .hasToString("publisher.example cannot be reached");
        assertThat(HttpErrorMessages.of(new SSLHandshakeException("expired"), ADDRESS))
                .hasToString("no secure connection to publisher.example could be made (expired)");
        assertThat(HttpErrorMessages.of(new IOException("reset"), ADDRESS))
                .hasToString("the connection to publisher.example was interrupted");
    }

    @Test
    void statusesAreExplained() {
        assertThat(HttpErrorMessages.of(410)).hasToString("the file no longer exists (HTTP 410)");
        assertThat(HttpErrorMessages.of(429)).hasToString("the server is temporarily unavailable (HTTP 429)");
        assertThat(HttpErrorMessages.of(302).english()).contains("another place");
        assertThat(HttpErrorMessages.of(418)).hasToString("the server does not answer as expected (HTTP 418)");
    }

    @Test
    void durationsAreShort() {
        assertThat(HttpErrorMessages.of(Duration.ofSeconds(60))).isEqualTo("60 s");
        assertThat(HttpErrorMessages.of(Duration.ofMillis(1500))).isEqualTo("1.5 s");
    }

    @Test
    void aFullDiskIsDistinguishedFromOtherFailures() {
        Path file = Path.of("datasets/set.part");
        IOException failure = new IOException("No space left on device");

        assertThat(new DiskSpaceChecker(where -> 4096).cannotWrite(file, failure))
                .hasMessageContaining("set.part cannot be written: the disk is full. Please make room");
        assertThat(new DiskSpaceChecker(where -> 1L << 40).cannotWrite(file, new IOException("Input/output error")))
                .hasMessageContaining("cannot be written: Input/output error. Please check the folder");
    }
}
