package org.dwastudio.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.data.download.DownloadFixture.PATIENT;
import static org.dwastudio.data.download.DownloadFixture.PIXELS;
import static org.dwastudio.data.download.DownloadFixture.goodArchive;
import static org.dwastudio.data.download.DownloadFixture.keptPlan;
import static org.dwastudio.data.download.DownloadFixture.noise;
import static org.dwastudio.data.download.DownloadFixture.remote;
import static org.dwastudio.data.download.DownloadFixture.tarPlan;
import static org.dwastudio.data.download.DownloadFixture.tree;
import static org.dwastudio.data.download.DownloadFixture.zipPlan;

import com.sun.net.httpserver.HttpHandler;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dwastudio.data.DatasetException;
import org.dwastudio.data.PublishedDataset.RemoteFile;
import org.dwastudio.event.ProgressListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DatasetDownloaderTest {
    @TempDir
    private Path folder;

    private LoopbackServer server;
    private Path parent;
    private final List<Long> progress = new ArrayList<>();
    private final DatasetDownloader downloader = new DatasetDownloader(PATIENT);

    @BeforeEach
    void open() throws Exception {
        server = new LoopbackServer();
        parent = folder.resolve("datasets");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anArchiveIsFetchedUnpackedAndRemoved() throws Exception {
        byte[] archive = goodArchive();
        DownloadPlan plan = tarPlan(server, archive);
        server.answering(LoopbackServer.serving(archive));

        Path dataset = fetch(plan);

        assertThat(dataset).isEqualTo(parent.resolve("small"));
        assertThat(dataset.resolve("train/pixels.bin")).hasBinaryContent(PIXELS);
        assertThat(tree(folder))
                .isEqualTo(Map.of(
                        "datasets/small/train/pixels.bin", (long) PIXELS.length, "datasets/small/names.txt", 2L));
        assertThat(parent).isDirectoryNotContaining("glob:**.download");
        assertThat(progress).isSorted().startsWith(0L).endsWith(plan.workBytes());
        assertThat(server.requests()).containsExactly(new LoopbackServer.Request("/set.tar.gz", null, null));
    }

    @Test
    void aZipIsUnpackedLikewise() throws Exception {
        byte[] archive = Archives.zip(zip -> {
            Archives.entry(zip, "set/", 040755, new byte[0]);
            Archives.file(zip, "set/train/pixels.bin", PIXELS);
            Archives.file(zip, "set/names.txt", new byte[] {'a'});
        });
        server.answering(LoopbackServer.serving(archive));

        Path dataset = fetch(zipPlan(server, archive));

        assertThat(dataset.resolve("train/pixels.bin")).hasBinaryContent(PIXELS);
        assertThat(tree(folder)).hasSize(2);
    }

    @Test
    void filesThatAreKeptGetTheirNamesAndTheClassesNextToThem() throws Exception {
        byte[] images = noise(5000);
        byte[] labels = noise(60);
        server.answering(LoopbackServer.serving(images), LoopbackServer.serving(labels));

        Path dataset = fetch(keptPlan(List.of(remote(server, "i.gz", images), remote(server, "l.gz", labels))));

        assertThat(dataset.resolve("i.gz")).hasBinaryContent(images);
        assertThat(dataset.resolve("l.gz")).hasBinaryContent(labels);
        assertThat(dataset.resolve("classes.txt")).hasContent("cat\ndog\n");
        assertThat(tree(folder)).hasSize(3);
        assertThat(progress).endsWith(5060L);
    }

    @Test
    void whatIsThereAndCompleteIsNotFetchedAgain() throws Exception {
        byte[] archive = goodArchive();
        server.answering(LoopbackServer.serving(archive));
        Path first = fetch(tarPlan(server, archive));

        assertThat(fetch(tarPlan(server, archive))).isEqualTo(first);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAlone() throws Exception {
        Files.createDirectories(parent.resolve("small"));
        Files.writeString(parent.resolve("small/mine.txt"), "mine");

        assertThatThrownBy(() -> fetch(tarPlan(server, goodArchive())))
                .isInstanceOf(DatasetException.class)
                .hasMessage(parent.resolve("small") + " exists, but lacks train/pixels.bin of Small."
                        + " Please move it away, or choose another folder.");

        assertThat(tree(folder)).containsOnlyKeys("datasets/small/mine.txt");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void anEmptyFolderInItsPlaceIsFilled() throws Exception {
        Files.createDirectories(parent.resolve("small"));
        byte[] archive = goodArchive();
        server.answering(LoopbackServer.serving(archive));

        assertThat(fetch(tarPlan(server, archive)).resolve("names.txt")).hasContent("a");
    }

    @Test
    void aBrokenConnectionIsTakenUpWhereItEnded() throws Exception {
        byte[] archive = goodArchive();
        server.answering(LoopbackServer.truncated(archive, 100_000), LoopbackServer.serving(archive));

        fetch(tarPlan(server, archive));

        assertThat(server.requests()).hasSize(2);
        assertThat(rangeStart(1)).isBetween(1L, 100_000L);
        assertThat(server.requests().get(1).ifRange()).isEqualTo(LoopbackServer.TAG);
        assertUnpacked();
    }

    @Test
    void aStalledServerIsGivenUpAndAskedAgain() throws Exception {
        byte[] archive = goodArchive();
        Path work = Files.createDirectories(parent.resolve("small.download"));
        Files.write(work.resolve("set.tar.gz.part"), Arrays.copyOf(archive, 50_000));
        server.answering(server.silent(), LoopbackServer.serving(archive));
        // So many attempts that one succeeds even on a busy computer, on which a good server seems to stall too.
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
                .hasMessageContaining("no byte came for 2 s. Please check the network");

        assertThat(parent.resolve("small.download/set.tar.gz.part")).hasSize(50_000);
    }

    @Test
    void aStoppedDownloadKeepsItsPartAndTheNextResumesFromThere() throws Exception {
        byte[] archive = goodArchive();
        DownloadPlan plan = tarPlan(server, archive);
        server.answering(server.stalling(archive, 120_000));
        AtomicBoolean stop = new AtomicBoolean();

        assertThatThrownBy(() -> downloader.fetch(
                        plan, parent, (done, total) -> stop.compareAndSet(false, done == 120_000), stop::get))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("The downloaded part is kept");

        assertThat(tree(folder))
                .isEqualTo(Map.of(
                        "datasets/small.download/set.tar.gz.part",
                        120_000L,
                        "datasets/small.download/set.tar.gz.version",
                        4L));

        server.answering(LoopbackServer.serving(archive));
        fetch(plan);

        assertThat(server.requests().get(1))
                .isEqualTo(new LoopbackServer.Request("/set.tar.gz", "bytes=120000-", LoopbackServer.TAG));
        assertThat(progress).first().isEqualTo(120_000L);
        assertUnpacked();
    }

    @Test
    void aStopWhileUnpackingKeepsTheArchiveAndLeavesNothingHalf() throws Exception {
        byte[] archive = goodArchive();
        DownloadPlan plan = tarPlan(server, archive);
        server.answering(LoopbackServer.serving(archive));
        Path halfway = parent.resolve("small.download/unpacked/set/train/pixels.bin");

        assertThatThrownBy(() -> downloader.fetch(plan, parent, ProgressListener.NONE, () -> Files.exists(halfway)))
                .isInstanceOf(CancellationException.class);

        assertThat(tree(folder)).isEqualTo(Map.of("datasets/small.download/set.tar.gz", (long) archive.length));
        fetch(plan);
        assertThat(server.requests()).hasSize(1);
        assertUnpacked();
    }

    @Test
    void aServerThatRefusesRangesSendsAllOfItAnew() throws Exception {
        byte[] archive = goodArchive();
        server.answering(LoopbackServer.truncated(archive, 100_000), LoopbackServer.whole(archive));

        fetch(tarPlan(server, archive));

        assertThat(server.requests()).hasSize(2);
        assertThat(rangeStart(1)).isPositive();
        assertUnpacked();
    }

    @Test
    void aServerThatBreaksOffAndRefusesRangesIsNotAskedForEver() throws Exception {
        byte[] archive = goodArchive();
        server.answering(LoopbackServer.truncated(archive, 100_000));

        assertThatThrownBy(() -> fetch(tarPlan(server, archive)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("the next download continues where this one ended");

        assertThat(server.requests()).hasSizeBetween(3, 5);
    }

    @Test
    void aPartThatWasNotAskedForIsThrownAway() throws Exception {
        byte[] archive = goodArchive();
        server.answering(
                LoopbackServer.truncated(archive, 100_000),
                LoopbackServer.part(archive, 200_000, archive.length, 200_000),
                LoopbackServer.serving(archive));

        fetch(tarPlan(server, archive));

        assertThat(server.requests()).hasSize(3);
        assertThat(server.requests().get(2).range()).isNull();
        assertUnpacked();
    }

    @Test
    void aPartOfAnotherVersionIsNotJoinedWithThisOne() throws Exception {
        byte[] archive = goodArchive();
        byte[] older = noise(archive.length);
        HttpHandler olderVersion = exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v0\"");
            exchange.sendResponseHeaders(200, older.length);
            exchange.getResponseBody().write(older, 0, 90_000);
        };
        server.answering(olderVersion, LoopbackServer.serving(archive));

        fetch(tarPlan(server, archive));

        assertThat(server.requests().get(1).ifRange()).isEqualTo("\"v0\"");
        assertUnpacked();
    }

    @Test
    void aWeakTagIsNotUsedWhereItMayNotBe() throws Exception {
        byte[] archive = goodArchive();
        HttpHandler weak = exchange -> {
            exchange.getResponseHeaders().set("ETag", "W/\"v1\"");
            exchange.getResponseHeaders().set("Last-Modified", "Thu, 04 Jun 2009 20:57:29 GMT");
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive, 0, 90_000);
        };
        server.answering(weak, LoopbackServer.whole(archive));

        fetch(tarPlan(server, archive));

        assertThat(server.requests().get(1).ifRange()).isEqualTo("Thu, 04 Jun 2009 20:57:29 GMT");
    }

    @Test
    void aRangeBeyondTheEndBeginsAnew() throws Exception {
        byte[] archive = goodArchive();
        server.answering(
                LoopbackServer.truncated(archive, 100_000),
                LoopbackServer.status(416),
                LoopbackServer.serving(archive));

        fetch(tarPlan(server, archive));

        assertThat(server.requests().get(2).range()).isNull();
        assertUnpacked();
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
                .hasMessageContaining("a web page came instead of the file");

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
                .hasMessageContaining("what came is not the published file (SHA-256 ")
                .hasMessageContaining("It was deleted.");
        assertNothingIsLeft();

        fetch(plan);
        assertThat(server.requests().get(1).range()).isNull();
        assertUnpacked();
    }

    @Test
    void aFileThatIsGoneOrGuardedIsReportedAtOnce() throws Exception {
        DownloadPlan plan = tarPlan(server, goodArchive());
        server.answering(LoopbackServer.status(404), LoopbackServer.status(403));

        assertThatThrownBy(() -> fetch(plan))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("/set.tar.gz: the file is not there any more (HTTP 404). Please check the");
        assertThatThrownBy(() -> fetch(plan))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("the server does not give the file out (HTTP 403)");

        assertThat(server.requests()).hasSize(2);
        assertNothingIsLeft();
    }

    @Test
    void aServerInTroubleIsAskedAgain() throws Exception {
        byte[] archive = goodArchive();
        server.answering(LoopbackServer.status(500), LoopbackServer.status(503), LoopbackServer.serving(archive));

        fetch(tarPlan(server, archive));

        assertThat(server.requests()).hasSize(3);
        assertUnpacked();
    }

    @Test
    void aServerThatStaysInTroubleIsAskedSoManyTimes() throws Exception {
        server.answering(LoopbackServer.status(500));

        assertThatThrownBy(() -> fetch(tarPlan(server, goodArchive())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("the server is in trouble (HTTP 500). Please check the network");

        assertThat(server.requests()).hasSize(PATIENT.attempts());
        assertNothingIsLeft();
    }

    @Test
    void redirectsAreFollowedWhenResumingToo() throws Exception {
        byte[] archive = goodArchive();
        server.answering(
                LoopbackServer.redirect(server.address("moved.tar.gz")),
                LoopbackServer.truncated(archive, 100_000),
                LoopbackServer.redirect(server.address("moved.tar.gz")),
                LoopbackServer.serving(archive));

        fetch(tarPlan(server, archive));

        assertThat(server.requests())
                .extracting(LoopbackServer.Request::path)
                .containsExactly("/set.tar.gz", "/moved.tar.gz", "/set.tar.gz", "/moved.tar.gz");
        assertThat(rangeStart(3)).isPositive();
        assertUnpacked();
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

    @Test
    void aSecondDownloadOfTheSameIsRejectedWhileTheFirstIsAtWork() throws Exception {
        byte[] archive = goodArchive();
        DownloadPlan plan = tarPlan(server, archive);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        server.answering(exchange -> {
            asked.countDown();
            await(answer);
            LoopbackServer.serving(archive).handle(exchange);
        });
        DatasetDownloader first = new DatasetDownloader(PATIENT);
        CompletableFuture<Path> running = CompletableFuture.supplyAsync(() -> {
            try {
                return first.fetch(plan, parent, ProgressListener.NONE, () -> false);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        await(asked);

        for (DatasetDownloader second : List.of(first, downloader)) {
            assertThatThrownBy(() -> second.fetch(plan, parent, ProgressListener.NONE, () -> false))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageStartingWith("Another download is at work in "
                            + parent.toRealPath().resolve("small.download"));
        }
        answer.countDown();

        assertThat(running.get(30, TimeUnit.SECONDS)).isEqualTo(parent.resolve("small"));
        assertThat(server.requests()).hasSize(1);
        assertUnpacked();
    }

    @Test
    void aDiskWithoutRoomIsReportedBeforeAnythingIsFetched() throws Exception {
        DatasetDownloader onFullDisk = new DatasetDownloader(PATIENT, where -> 500_000);
        DownloadPlan plan = tarPlan(server, goodArchive());

        assertThatThrownBy(() -> onFullDisk.fetch(plan, parent, ProgressListener.NONE, () -> false))
                .isInstanceOf(DatasetException.class)
                .hasMessage(parent.resolve("small.download") + " has 500 kB free, and Small needs 610 kB."
                        + " Please make room, or choose a folder on another disk.");

        assertThat(server.requests()).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void aFolderThatCannotBeMadeIsReported() throws Exception {
        Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> downloader.fetch(
                        tarPlan(server, goodArchive()),
                        folder.resolve("file/datasets"),
                        ProgressListener.NONE,
                        () -> false))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("cannot be made")
                .hasMessageEndingWith("Please choose another folder.");
    }

    @Test
    void anArchiveWithoutTheExpectedFilesLeavesNothing() throws Exception {
        byte[] archive = Archives.tarGz(tar -> Archives.file(tar, "set/names.txt", new byte[] {1}));
        server.answering(LoopbackServer.serving(archive));

        assertThatThrownBy(() -> fetch(tarPlan(server, archive)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("The downloaded part of Small lacks train/pixels.bin.");

        assertNothingIsLeft();
    }

    private Path fetch(DownloadPlan plan) throws Exception {
        return downloader.fetch(plan, parent, (done, total) -> progress.add(done), () -> false);
    }

    private static RetryPolicy stallingAfter(Duration stall, int attempts) {
        return new RetryPolicy(Duration.ofSeconds(30), stall, attempts, Duration.ZERO);
    }

    private long rangeStart(int request) {
        return Long.parseLong(server.requests().get(request).range().replaceAll("bytes=(\\d+)-", "$1"));
    }

    private void assertUnpacked() throws Exception {
        assertThat(parent.resolve("small/train/pixels.bin")).hasBinaryContent(PIXELS);
        assertThat(tree(folder)).containsOnlyKeys("datasets/small/train/pixels.bin", "datasets/small/names.txt");
        assertThat(parent).isDirectoryNotContaining("glob:**.download");
    }

    private void assertNothingIsLeft() {
        assertThat(parent).isEmptyDirectory();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
