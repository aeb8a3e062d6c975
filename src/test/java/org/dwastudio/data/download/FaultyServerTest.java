package org.dwastudio.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.data.download.DownloadFixture.PATIENT;
import static org.dwastudio.data.download.DownloadFixture.goodArchive;
import static org.dwastudio.data.download.DownloadFixture.keptPlan;
import static org.dwastudio.data.download.DownloadFixture.noise;
import static org.dwastudio.data.download.DownloadFixture.tarPlan;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.PublishedDataset.RemoteFile;
import org.dwastudio.event.ProgressListener;
import org.junit.jupiter.api.Test;

class FaultyServerTest extends DownloadTestCase {
    @Test
    void aStalledServerIsGivenUpAndAskedAgain() throws Exception {
        byte[] archive = goodArchive();
        Path work = Files.createDirectories(parent.resolve("small.download"));
        Files.write(work.resolve("set.tar.gz.part"), Arrays.copyOf(archive, 50_000));
        server.answering(server.silent(), LoopbackServer.serving(archive));
        // Enough attempts for one to succeed, even on a busy computer where a working server seems to stall.
        DatasetDownloader impatient = new DatasetDownloader(stallingAfter(Duration.ofMillis(300), 50));

        impatient.fetch(tarPlan(server, archive), parent, ProgressListener.NONE, () -> false);

        assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(rangeStart(0)).isEqualTo(50_000);
        assertThat(rangeStart(1)).isEqualTo(50_000);
        assertUnpacked();
    }

    @Test
    void aServerThatOnlyStallsIsNamedInTheEnd() throws Exception {
        DownloadPlan plan = tarPlan(server, goodArchive());
        server.answering(server.silent());
        DatasetDownloader impatient = new DatasetDownloader(stallingAfter(Duration.ofMillis(300), 2));

        assertThatThrownBy(() -> impatient.fetch(plan, parent, ProgressListener.NONE, () -> false))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("127.0.0.1 did not answer for 0.3 s. Please check the network");

        assertNothingIsLeft();
    }

    @Test
    void aBodyThatStallsIsNamedInTheEnd() throws Exception {
        byte[] archive = goodArchive();
        server.answering(server.stalling(archive, 50_000));
        DatasetDownloader impatient = new DatasetDownloader(stallingAfter(Duration.ofSeconds(2), 1));

        assertThatThrownBy(() -> impatient.fetch(tarPlan(server, archive), parent, ProgressListener.NONE, () -> false))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("no data was received for 2 s. Please check the network");

        assertThat(parent.resolve("small.download/set.tar.gz.part")).hasSize(50_000);
    }

    @Test
    void aBodyThatDoesNotEndIsCutOff() throws Exception {
        byte[] archive = goodArchive();
        server.answering(LoopbackServer.unannounced(noise(archive.length + 100_000)));

        assertThatThrownBy(() -> fetch(tarPlan(server, archive)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("sends more than the " + archive.length + " bytes of the published file");

        assertNothingIsLeft();
    }

    @Test
    void anotherSizeThanThePublishedOneIsRejectedBeforeAnythingIsFetched() throws Exception {
        byte[] archive = goodArchive();
        server.answering(LoopbackServer.whole(noise(archive.length - 1)));

        assertThatThrownBy(() -> fetch(tarPlan(server, archive)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("is now another file: " + (archive.length - 1) + " bytes");

        assertNothingIsLeft();
    }

    @Test
    void aWebPageInsteadOfTheFileIsRejected() throws Exception {
        server.answering(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<html>Please log in".getBytes(StandardCharsets.UTF_8));
        });

        assertThatThrownBy(() -> fetch(tarPlan(server, goodArchive())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("received a web page instead of the file");

        assertNothingIsLeft();
    }

    @Test
    void corruptContentIsDeletedAndReported() throws Exception {
        byte[] archive = goodArchive();
        byte[] corrupt = archive.clone();
        corrupt[corrupt.length / 2] ^= 1;
        server.answering(LoopbackServer.serving(corrupt), LoopbackServer.serving(archive));
        DownloadPlan plan = tarPlan(server, archive);

        assertThatThrownBy(() -> fetch(plan))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("the received file is not the published one (SHA-256 ")
                .hasMessageContaining("It was deleted.");
        assertNothingIsLeft();

        fetch(plan);
        assertThat(server.requests().get(1).range()).isNull();
        assertUnpacked();
    }

    @Test
    void aMissingOrForbiddenFileIsReportedAtOnce() throws Exception {
        DownloadPlan plan = tarPlan(server, goodArchive());
        server.answering(LoopbackServer.status(404), LoopbackServer.status(403));

        assertThatThrownBy(() -> fetch(plan))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("/set.tar.gz: the file no longer exists (HTTP 404). Please check the");
        assertThatThrownBy(() -> fetch(plan))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("the server denies access to the file (HTTP 403)");

        assertThat(server.requests()).hasSize(2);
        assertNothingIsLeft();
    }

    @Test
    void aServerErrorIsRetried() throws Exception {
        byte[] archive = goodArchive();
        server.answering(LoopbackServer.status(500), LoopbackServer.status(503), LoopbackServer.serving(archive));

        fetch(tarPlan(server, archive));

        assertThat(server.requests()).hasSize(3);
        assertUnpacked();
    }

    @Test
    void retriesEndAtTheLimit() throws Exception {
        server.answering(LoopbackServer.status(500));

        assertThatThrownBy(() -> fetch(tarPlan(server, goodArchive())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("the server failed (HTTP 500). Please check the network");

        assertThat(server.requests()).hasSize(PATIENT.attempts());
        assertNothingIsLeft();
    }

    @Test
    void anUnreachableAddressIsReported() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        RemoteFile file = new RemoteFile(URI.create("http://127.0.0.1:" + port + "/set.gz"), 10, "md5:00");

        assertThatThrownBy(() -> fetch(keptPlan(List.of(file))))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("127.0.0.1 refuses connections or cannot be reached. Please check the network");

        assertNothingIsLeft();
    }

    private static RetryPolicy stallingAfter(Duration stall, int attempts) {
        return new RetryPolicy(Duration.ofSeconds(30), stall, attempts, Duration.ZERO);
    }
}
