package org.dwastudio.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dwastudio.data.download.DownloadFixture.goodArchive;
import static org.dwastudio.data.download.DownloadFixture.noise;
import static org.dwastudio.data.download.DownloadFixture.tarPlan;
import static org.dwastudio.data.download.DownloadFixture.tree;

import com.sun.net.httpserver.HttpHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dwastudio.data.DatasetException;
import org.dwastudio.event.ProgressListener;
import org.junit.jupiter.api.Test;

class ResumedDownloadTest extends DownloadTestCase {
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
    void aServerThatRefusesRangesSendsAllOfItAgain() throws Exception {
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
    void aRangeBeyondTheEndStartsAgain() throws Exception {
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
}
